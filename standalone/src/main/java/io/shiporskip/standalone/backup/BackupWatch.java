package io.shiporskip.standalone.backup;

import io.shiporskip.mongo.embedded.BackupProgress;
import io.shiporskip.standalone.server.Api;
import io.shiporskip.standalone.terminal.OperatorException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** A backup that a server is asked for, watched to its end. */
final class BackupWatch {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Api api;
    private final BackupProgress progress;

    BackupWatch(Api api, BackupProgress progress) {
        this.api = api;
        this.progress = progress;
    }

    /**
     * Waits until it is done.
     *
     * @return what the server says of it
     * @throws OperatorException when it failed, with the reason
     */
    JsonNode run() {
        String location = api.post("/api/log/backups", Map.of()).location();
        while (true) {
            JsonNode now = api.get(location);
            switch (now.path("state").asString("")) {
                case "running" -> {
                    progress.copied(
                            now.path("copied").asLong(0), now.path("total").asLong(0));
                    LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                }
                case "done" -> {
                    return now;
                }
                default ->
                    throw new OperatorException(
                            "The backup failed: " + now.path("reason").asString("no reason given"));
            }
        }
    }
}
