package io.shiporskip.standalone.rebuild;

import io.shiporskip.standalone.server.Api;
import io.shiporskip.standalone.server.ServerOptions;
import io.shiporskip.standalone.terminal.ExitCodes;
import io.shiporskip.standalone.terminal.OperatorException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code projections}: how the read models are, and what is to become of a rebuild. */
@Command(
        name = "projections",
        description = {
            "Shows each read model: its live generation, how far it is, what has stopped it, its rebuild. Ends with 1",
            "when one has stopped."
        },
        synopsisSubcommandLabel = "[pause|resume|cancel|swap-back|skip]")
public final class ProjectionsVerb implements Callable<Integer> {

    private static final String REBUILDS = "/api/projections/rebuilds";
    private static final String ROW = "%-14s %5s %10s %10s  %s%n";

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--json", description = "As the API answers.")
    private boolean json;

    @Override
    public Integer call() {
        return server.with(api -> {
            JsonNode all = api.get("/api/projections");
            if (json) {
                System.out.println(all.toPrettyString());
            } else {
                System.out.printf(ROW, "PROJECTION", "GEN", "POSITION", "BEHIND", "STATE");
                all.forEach(ProjectionsVerb::row);
            }
            boolean stopped = all.valueStream().anyMatch(one -> one.has("stopped"));
            return stopped ? ExitCodes.FAILED : ExitCodes.OK;
        });
    }

    @Command(name = "pause", description = "Lets a rebuild rest where it is; ID defaults to the one that is open.")
    int pause(@Mixin ServerOptions at, @Parameters(arity = "0..1", paramLabel = "ID") @Nullable Integer id) {
        return order(at, id, "pause");
    }

    @Command(name = "resume", description = "Lets a rebuild go on; ID defaults to the one that is open.")
    int resume(@Mixin ServerOptions at, @Parameters(arity = "0..1", paramLabel = "ID") @Nullable Integer id) {
        return order(at, id, "resume");
    }

    @Command(name = "cancel", description = "Ends a rebuild, and drops what it filled; ID defaults to the open one.")
    int cancel(@Mixin ServerOptions at, @Parameters(arity = "0..1", paramLabel = "ID") @Nullable Integer id) {
        return order(at, id, "cancel");
    }

    @Command(name = "swap-back", description = "Brings the generation before back, once it has caught up.")
    int swapBack(@Mixin ServerOptions at, @Parameters(paramLabel = "PROJECTION") String name) {
        return at.with(api -> {
            String location = api.post("/api/projections/" + name + "/swap-back", Map.of())
                    .location();
            return new RebuildRun(api).run(location) ? ExitCodes.OK : ExitCodes.FAILED;
        });
    }

    @Command(
            name = "skip",
            description = "Lets a stopped read model leave out the event it stopped at; it is then marked incomplete.")
    int skip(
            @Mixin ServerOptions at,
            @Parameters(paramLabel = "PROJECTION") String name,
            @Parameters(paramLabel = "POSITION") long position) {
        return at.with(api -> {
            api.post("/api/projections/" + name + "/skips", Map.of("position", position));
            System.out.println(
                    name + " leaves event " + position + " out and is marked incomplete until it is rebuilt");
            return ExitCodes.OK;
        });
    }

    private static int order(ServerOptions at, @Nullable Integer id, String order) {
        return at.with(api -> {
            int rebuild = id == null ? open(api) : id;
            api.post(REBUILDS + "/" + rebuild + "/" + order, Map.of());
            System.out.println("rebuild " + rebuild + ": " + order + " is ordered");
            return ExitCodes.OK;
        });
    }

    private static int open(Api api) {
        return api.get(REBUILDS)
                .valueStream()
                .filter(rebuild -> rebuild.path("state").asString("").equals("running"))
                .map(rebuild -> rebuild.path("id").asInt(0))
                .findFirst()
                .orElseThrow(() -> new OperatorException("No rebuild is open."));
    }

    private static void row(JsonNode one) {
        long position = one.path("position").asLong(0);
        System.out.printf(
                ROW,
                one.path("name").asString(""),
                one.path("generation")
                        .asString(String.valueOf(one.path("generation").asInt(0))),
                position,
                Math.max(0, one.path("head").asLong(0) - position),
                state(one));
    }

    private static String state(JsonNode one) {
        JsonNode rebuild = one.path("rebuild");
        String state = one.has("stopped")
                ? "stopped: " + one.path("stopped").path("reason").asString("")
                : "following";
        if (!one.path("skipped").isEmpty()) {
            state += ", incomplete: leaves out " + one.path("skipped");
        }
        return rebuild.path("state").asString("").equals("running")
                ? state + ", rebuilding " + RebuildRun.line(rebuild)
                : state;
    }
}
