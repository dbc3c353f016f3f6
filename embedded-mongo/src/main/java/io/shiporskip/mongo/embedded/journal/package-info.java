/**
 * What was written since the store was last put on disk whole: a short sequential write for each group of writes,
 * instead of all the pages they touch.
 */
@NullMarked
package io.shiporskip.mongo.embedded.journal;

import org.jspecify.annotations.NullMarked;
