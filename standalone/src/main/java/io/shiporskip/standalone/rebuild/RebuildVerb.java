package io.shiporskip.standalone.rebuild;

import io.shiporskip.standalone.server.ServerOptions;
import io.shiporskip.standalone.terminal.ExitCodes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rebuild}: read models anew, in one pass over the log, while the old ones go on serving. */
@Command(
        name = "rebuild",
        description = {
            "Fills read models anew from the first event on, in one pass over the log, puts them in place of the old",
            "ones, and reports whether they came out the same. Ends with 1 when one did not, or it failed. Stopping",
            "this verb does not stop the rebuild: see the verb projections."
        })
public final class RebuildVerb implements Callable<Integer> {

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--events-per-second", paramLabel = "N", description = "At most so many. Default: no limit.")
    private @Nullable Integer eventsPerSecond;

    @Option(
            names = "--skip",
            paramLabel = "POSITION",
            description = "Leave this event out should it be unreadable; the model is then marked incomplete.")
    private List<Long> skip = List.of();

    @Parameters(paramLabel = "PROJECTION", description = "The read models to rebuild, by name. Default: all.")
    private List<String> names = List.of();

    @Override
    public Integer call() {
        return server.with(api -> {
            String location = api.post("/api/projections/rebuilds", request()).location();
            return new RebuildRun(api).run(location) ? ExitCodes.OK : ExitCodes.FAILED;
        });
    }

    private Map<String, Object> request() {
        var request = new LinkedHashMap<String, Object>();
        if (!names.isEmpty()) {
            request.put("projections", names);
        }
        if (eventsPerSecond != null) {
            request.put("eventsPerSecond", eventsPerSecond);
        }
        request.put("skip", skip);
        return request;
    }
}
