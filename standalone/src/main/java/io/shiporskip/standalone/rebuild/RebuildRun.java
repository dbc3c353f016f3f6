package io.shiporskip.standalone.rebuild;

import io.shiporskip.standalone.server.Api;
import io.shiporskip.standalone.terminal.OperatorException;
import io.shiporskip.standalone.terminal.ProgressLine;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** One rebuild, asked for and watched to its end. */
final class RebuildRun {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Set<String> ENDED_BADLY = Set.of("failed", "cancelled");

    private final Api api;
    private final String name;

    RebuildRun(Api api, String name) {
        this.api = api;
        this.name = name;
    }

    /** @return whether the new one equals the old one at the same position */
    boolean run() {
        String location = api.post("/api/projections/" + name + "/rebuilds").location();
        JsonNode end = watch(location);
        String state = end.path("state").asString("");
        if (ENDED_BADLY.contains(state)) {
            throw new OperatorException(name + ": the rebuild " + state + " at position "
                    + end.path("position").asLong(0) + reason(end));
        }
        return report(end);
    }

    private JsonNode watch(String location) {
        try (ProgressLine progress = new ProgressLine()) {
            while (true) {
                JsonNode now = api.get(location);
                String state = now.path("state").asString("");
                if (state.equals("done") || ENDED_BADLY.contains(state)) {
                    return now;
                }
                progress.show(line(now));
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        }
    }

    private String line(JsonNode now) {
        long position = now.path("position").asLong(0);
        long head = now.path("head").asLong(0);
        long pace = now.path("eventsPerSecond").asLong(0);
        String left = pace > 0 ? ", " + Math.max(0, head - position) / pace + " s left" : "";
        return name + ": " + position + " of " + head + " events" + (pace > 0 ? ", " + pace + " a second" : "") + left;
    }

    private boolean report(JsonNode end) {
        JsonNode equal = end.path("equal");
        String what = name + ": rebuilt to position " + end.path("position").asLong(0);
        if (!equal.isBoolean()) {
            System.out.println(what + ", not compared" + reason(end));
            return true;
        }
        boolean same = equal.asBoolean();
        System.out.println(what + (same ? ", equal to the old one" : ", NOT equal to the old one" + differences(end)));
        return same;
    }

    private static String differences(JsonNode end) {
        JsonNode named = end.path("comparison").path("differing");
        return named.isEmpty() ? "" : ": " + named;
    }

    private static String reason(JsonNode end) {
        String reason = end.path("reason").asString("");
        return reason.isEmpty() ? "" : ": " + reason;
    }
}
