/**
 * Read models as they were: the moment a reader asks about, documents at it, and the checkpoints that make a past state
 * cheap. Features read through here, live or past; a past state comes from the log and from checkpoints alone, never from
 * a live model.
 */
@NullMarked
package io.shiporskip.query.projecting.asof;

import org.jspecify.annotations.NullMarked;
