/**
 * How a question is put to the query side over HTTP, the same for every feature: cursors, {@code atLeast}, entity tags.
 * Knows no feature.
 */
@NullMarked
package io.shiporskip.query.asking;

import org.jspecify.annotations.NullMarked;
