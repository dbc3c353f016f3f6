package io.shiporskip.query.projecting.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a generation is.
 *
 * @param position every event up to it is folded; 0 for none
 * @param stopped absent while it can go on
 * @param skipped positions of the events that it leaves out, ascending: any makes it incomplete
 * @param skippable positions of the events that it is to leave out should it be unable to fold them
 */
public record GenerationProgress(long position, @Nullable Stop stopped, List<Long> skipped, List<Long> skippable) {

    /** Of a generation that nobody has begun. */
    public static final GenerationProgress NONE = new GenerationProgress(0, null, List.of(), List.of());
}
