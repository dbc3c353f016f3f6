package io.shiporskip.standalone.rebuild;

import io.shiporskip.standalone.server.Api;
import io.shiporskip.standalone.server.ServerOptions;
import io.shiporskip.standalone.terminal.ExitCodes;
import io.shiporskip.standalone.terminal.OperatorException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rebuild}: one read model after the other, while the old ones go on serving. */
@Command(
        name = "rebuild",
        description = {
            "Fills read models anew from the first event on, puts them in place of the old ones, and says whether",
            "they came out the same. Ends with 1 when one did not."
        })
public final class RebuildVerb implements Callable<Integer> {

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Parameters(paramLabel = "PROJECTION", description = "The read models to rebuild, by name. Default: all.")
    private List<String> names = List.of();

    @Override
    public Integer call() {
        return server.with(api -> {
            boolean same = true;
            for (String name : chosen(api)) {
                same &= new RebuildRun(api, name).run();
            }
            return same ? ExitCodes.OK : ExitCodes.FAILED;
        });
    }

    private List<String> chosen(Api api) {
        List<String> known = api.get("/api/projections")
                .valueStream()
                .map(projection -> projection.path("name").asString(""))
                .toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new OperatorException(
                        "There is no read model '" + name + "'; there are " + String.join(", ", known) + ".");
            }
        }
        return names.isEmpty() ? known : names;
    }
}
