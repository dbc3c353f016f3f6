package io.shiporskip.query.projecting.store;

import org.jspecify.annotations.Nullable;

/**
 * How far a generation is.
 *
 * @param position every event up to it is folded; 0 for none
 * @param stopped absent while it can go on
 */
public record GenerationProgress(long position, @Nullable Stop stopped) {}
