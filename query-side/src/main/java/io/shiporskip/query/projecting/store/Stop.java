package io.shiporskip.query.projecting.store;

/**
 * Why a generation is no longer folded.
 *
 * @param position of the event that cannot be folded
 */
public record Stop(long position, String reason) {}
