package io.shiporskip.benchmarks;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long a benchmark measures; each has these. */
public final class RunOptions {

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Rounds, after one to warm up; in each the peers take turns.")
    private int rounds;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "3",
            description = "How long each peer is measured at a time.")
    private int seconds;

    @Option(names = "--quick", description = "One round of a second each, on shorter logs: to see that it runs.")
    private boolean quick;

    public boolean quick() {
        return quick;
    }

    /** At least 1. */
    public int rounds() {
        return quick ? 1 : Math.max(1, rounds);
    }

    /** How long one peer is measured before another takes its turn. */
    public Duration turn() {
        return Duration.ofSeconds(quick ? 1 : Math.max(1, seconds));
    }
}
