package io.shiporskip.query.projecting.rebuild;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a rebuild is to be done.
 *
 * @param back whether the generations before come back, after they have caught up; else new ones are filled
 * @param limit events a second at most, from 1; absent for as fast as it goes
 * @param skippable positions of events to leave out where they cannot be folded, at the price of a mark
 */
public record RebuildPlan(boolean back, @Nullable Integer limit, List<Long> skippable) {

    /** New generations, as fast as it goes. */
    public static final RebuildPlan PLAIN = new RebuildPlan(false, null, List.of());

    /** The generations before. */
    public static final RebuildPlan BACK = new RebuildPlan(true, null, List.of());
}
