package io.shiporskip.benchmarks.visible;

import io.shiporskip.benchmarks.process.Child;
import io.shiporskip.command.CommandSideApplication;
import io.shiporskip.edge.start.Start;
import io.shiporskip.query.QuerySideApplication;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One of the two services in a process of its own, over a database that somebody else keeps; started by the benchmark. */
@Command(name = "serve-side", hidden = true)
public final class ServeSide implements Callable<Integer> {

    /** The environment variable with the database's address, which lets its holder read and write everything. */
    public static final String STORE_URI = "BENCH_STORE_URI";

    @Option(names = "--side", required = true)
    private String side = "";

    @Option(names = "--data", required = true)
    private String data = "";

    @Override
    public Integer call() throws Exception {
        SpringApplication application = new SpringApplication(
                side.equals("command") ? CommandSideApplication.class : QuerySideApplication.class);
        application.setRegisterShutdownHook(false);
        try (var context = Start.run(
                application,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--ship-or-skip.mongodb-uri=" + System.getenv(STORE_URI),
                "--ship-or-skip.data=" + data,
                "--ship-or-skip.new-visitors=0",
                "--ship-or-skip.sample=false",
                "--logging.level.root=warn")) {
            Child.serve(context.getEnvironment().getRequiredProperty("local.server.port"));
        }
        return 0;
    }
}
