package io.shiporskip.benchmarks.soak;

import io.shiporskip.benchmarks.figures.Goal;
import io.shiporskip.benchmarks.figures.Medians;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Whether what was looked at minute by minute stayed flat: its last third beside its first, warm-up left out. */
record SoakVerdict(List<Look> looks) {

    /** The read models and the caches reach their size in the first minutes. */
    private static final int WARM_UP = 2;

    private static final double HEAP_GROWTH = 1.25;
    private static final double MORE_FILES = 20;
    private static final double MOST_LAG = 1_000;
    private static final double FILE_TO_LIVE = 3;
    private static final int ENOUGH = 6;

    List<Goal> goals() {
        List<Look> warm = looks.size() > WARM_UP + 1 ? looks.subList(WARM_UP, looks.size()) : looks;
        List<Goal> goals = new ArrayList<>();
        if (warm.size() >= ENOUGH) {
            goals.add(Goal.atMost(
                    "heap after collections, last third to first",
                    last(warm, Look::heap) / first(warm, Look::heap),
                    HEAP_GROWTH));
            goals.add(Goal.atMost(
                    "more open files in the last third than in the first",
                    last(warm, Look::openFiles) - first(warm, Look::openFiles),
                    MORE_FILES));
        }
        goals.add(
                Goal.atMost("events that read models lag behind, median", Medians.of(all(warm, Look::lag)), MOST_LAG));
        goals.add(Goal.atMost(
                "file to live data, at its most",
                looks.stream().mapToDouble(Look::fileToLive).max().orElse(0),
                FILE_TO_LIVE));
        return goals;
    }

    private static double first(List<Look> some, ToDoubleFunction<Look> figure) {
        return Medians.of(all(some.subList(0, some.size() / 3), figure));
    }

    private static double last(List<Look> some, ToDoubleFunction<Look> figure) {
        return Medians.of(all(some.subList(some.size() - some.size() / 3, some.size()), figure));
    }

    private static Collection<Double> all(List<Look> some, ToDoubleFunction<Look> figure) {
        return some.stream().mapToDouble(figure).boxed().toList();
    }
}
