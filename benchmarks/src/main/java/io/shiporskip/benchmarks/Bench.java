package io.shiporskip.benchmarks;

import io.shiporskip.benchmarks.append.AppendBench;
import io.shiporskip.benchmarks.asof.AsOfBench;
import io.shiporskip.benchmarks.growth.GrowthBench;
import io.shiporskip.benchmarks.rebuild.RebuildBench;
import io.shiporskip.benchmarks.soak.Soak;
import io.shiporskip.benchmarks.visible.ServeSide;
import io.shiporskip.benchmarks.visible.VisibleBench;
import io.shiporskip.benchmarks.votes.ServeProduct;
import io.shiporskip.benchmarks.votes.VotesBench;
import io.shiporskip.benchmarks.votes.peer.ServePeer;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks' command line. Exit codes: 0 within the bounds, 1 beyond one or not run to the end, 2 not understood. */
@Command(
        name = "bench",
        description = "Measures the product, each figure beside a peer's from the same run.",
        mixinStandardHelpOptions = true,
        subcommands = {
            GrowthBench.class,
            AppendBench.class,
            VotesBench.class,
            RebuildBench.class,
            AsOfBench.class,
            VisibleBench.class,
            Soak.class,
            ServeProduct.class,
            ServeSide.class,
            ServePeer.class
        },
        synopsisSubcommandLabel = "BENCHMARK")
public final class Bench {

    /** Runs one benchmark and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }
}
