package io.shiporskip.benchmarks.append;

import io.shiporskip.benchmarks.RunOptions;
import io.shiporskip.benchmarks.figures.Goal;
import io.shiporskip.benchmarks.figures.Goals;
import io.shiporskip.benchmarks.product.Store;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench append}: what the event log takes and gives, beside Axon's stock engine and plain inserts. */
@Command(
        name = "append",
        description = {
            "Commits a second and their p50 and p99 at 1, 16, 64 and 256 clients; events read back a second; an append as "
                    + "the log grows; four writers beside one.",
            "Beside it, in the same run and on the same server: Axon's stock engine for MongoDB, and one insertOne a vote.",
            "Takes about 20 minutes on a quiet machine (--quick: half a minute). Ends with 1 when a goal is missed. Runs on the embedded server, or in databases of its own at MONGODB_URI."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class AppendBench implements Callable<Integer> {

    /** What can be measured on its own. */
    enum Part {
        APPENDS,
        READING,
        GROWTH,
        WRITERS
    }

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(
            names = "--longest",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "The log grows to 10,000, 100,000 and 1,000,000 events, or only as far as this.")
    private int longest;

    @Option(
            names = "--only",
            paramLabel = "PART",
            split = ",",
            description = "Measure only these: ${COMPLETION-CANDIDATES}.")
    private Set<Part> only = EnumSet.allOf(Part.class);

    @Override
    public Integer call() throws Exception {
        List<Goal> goals = new ArrayList<>();
        if (only.contains(Part.APPENDS)) {
            Appends appends = new Appends(options);
            appends.measure();
            appends.print(System.out);
            goals.addAll(appends.goals(!Store.atAnotherServer()));
        }
        if (only.contains(Part.READING)) {
            goals.addAll(reading());
        }
        if (only.contains(Part.GROWTH)) {
            LogGrowth growth = new LogGrowth(options, options.quick() ? 10_000 : longest);
            growth.measure();
            growth.print(System.out);
            goals.addAll(growth.goals());
        }
        if (only.contains(Part.WRITERS)) {
            Writers writers = new Writers(options);
            writers.measure();
            writers.print(System.out);
            goals.addAll(writers.goals());
        }
        return new Goals(goals).print(System.out);
    }

    private List<Goal> reading() throws Exception {
        try (Store store = Store.open()) {
            Reading reading = new Reading(options);
            reading.measure(store);
            reading.print(System.out);
            return reading.goals(store.isEmbedded());
        }
    }
}
