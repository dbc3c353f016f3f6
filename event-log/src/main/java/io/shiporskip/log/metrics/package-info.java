/**
 * What the log tells a meter registry of itself. Names and tags are few and fixed: nothing of an event, a stream or a
 * person may become one.
 */
@NullMarked
package io.shiporskip.log.metrics;

import org.jspecify.annotations.NullMarked;
