package io.shiporskip.benchmarks.figures;

import java.io.PrintStream;
import java.util.List;

/** All that was promised of one benchmark. */
public record Goals(List<Goal> goals) {

    /** Prints each; the exit code that they come to: 0 when all are met, else 1. */
    public int print(PrintStream out) {
        out.println();
        goals.forEach(goal -> out.println(goal.line()));
        return goals.stream().allMatch(Goal::met) ? 0 : 1;
    }
}
