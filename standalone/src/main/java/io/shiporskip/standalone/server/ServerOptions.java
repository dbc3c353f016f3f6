package io.shiporskip.standalone.server;

import io.shiporskip.mongo.embedded.EmbeddedMongo;
import io.shiporskip.standalone.run.Standalone;
import io.shiporskip.standalone.run.StandaloneSettings;
import io.shiporskip.standalone.terminal.OperatorException;
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
        requireData();
        try (Standalone own = Standalone.start(StandaloneSettings.forOneVerb(data))) {
            return action.apply(new Api(own.url(), token()));
        }
    }

    /**
     * A verb looks at what is there and makes nothing new: a folder named by mistake must not pass for an empty log.
     *
     * @throws OperatorException when the data is to be in the folder, and none is
     */
    public void requireData() {
        if (StandaloneSettings.externalMongodb().isEmpty() && !EmbeddedMongo.holdsData(data)) {
            throw new OperatorException("There is no data in " + data + "; name the folder with --data.");
        }
    }

    private String token() {
        return token == null || token.isBlank() ? OperatorToken.in(data) : token;
    }
}
