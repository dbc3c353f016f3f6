package io.shiporskip.query.projecting.asof;

import io.shiporskip.query.projecting.store.Generation;

/**
 * A state of a live model's documents: as long as it is this one, each of them is the same.
 *
 * @param lastChange position of the last event that changed any; nothing of an earlier one is still to be written
 */
public record Settled(Generation generation, long lastChange) {}
