/**
 * Folding as the log grows: one read of the log feeds every live generation, on one thread, on one node at a time.
 */
@NullMarked
package io.shiporskip.query.projecting.follow;

import org.jspecify.annotations.NullMarked;
