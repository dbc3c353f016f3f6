package io.shiporskip.query.operating;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operator asks for.
 *
 * @param projections by name; all when absent
 * @param eventsPerSecond at most so many; as fast as it goes when absent
 * @param skip positions of events to leave out where they cannot be folded: the model is then marked incomplete
 */
record RebuildRequest(
        @Nullable @Size(min = 1, max = 100) List<String> projections,
        @Nullable @Min(1) @Max(1_000_000) Integer eventsPerSecond,
        @Nullable @Size(max = 100) List<@Min(1) Long> skip) {}
