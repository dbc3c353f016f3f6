package io.shiporskip.standalone.server;

import io.shiporskip.standalone.run.Standalone;
import io.shiporskip.standalone.run.StandaloneSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server a verb speaks to: one that is named, else the one that holds the data folder, else one of its own. */
public final class ServerOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Folder of the data. Default: ${DEFAULT-VALUE}.")
    private Path data = Path.of("data");

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "${env:SHIP_OR_SKIP_URL}",
            description = "A server elsewhere, such as the one behind compose (or SHIP_OR_SKIP_URL).")
    private @Nullable String url;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:SHIP_OR_SKIP_TOKEN}",
            description = "The operator's token (or SHIP_OR_SKIP_TOKEN); else that of the data folder.")
    private @Nullable String token;

    public Path data() {
        return data;
    }

    /** A server that runs already; empty when the data folder is free. */
    public Optional<Api> running() {
        if (url != null && !url.isBlank()) {
            return Optional.of(new Api(url, token()));
        }
        return ServerFile.find(data).map(server -> new Api(server.url(), token()));
    }

    /** Does something with a server that runs already, or with one that is started for it and stopped after. */
    public <T> T with(Function<Api, T> action) {
        Optional<Api> running = running();
        if (running.isPresent()) {
            return action.apply(running.get());
        }
        try (Standalone own = Standalone.start(StandaloneSettings.forOneVerb(data))) {
            return action.apply(new Api(own.url(), token()));
        }
    }

    private String token() {
        return token == null || token.isBlank() ? OperatorToken.in(data) : token;
    }
}
