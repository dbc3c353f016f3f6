/**
 * Folding as the log grows: one read of the log feeds every live generation, each of
 * them on a thread of its own for the length of a batch, on one node at a time.
 */
@NullMarked
package io.shiporskip.query.projecting.follow;

import org.jspecify.annotations.NullMarked;
