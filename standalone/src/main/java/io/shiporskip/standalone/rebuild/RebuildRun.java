package io.shiporskip.standalone.rebuild;

import io.shiporskip.standalone.server.Api;
import io.shiporskip.standalone.terminal.ProgressLine;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** One rebuild, watched to its end and reported. */
final class RebuildRun {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final int BAR = 20;

    private final Api api;

    RebuildRun(Api api) {
        this.api = api;
    }

    /**
     * Watches it until it is over, and prints what came of it.
     *
     * @return whether it is done, and all that was compared came out the same
     */
    boolean run(String location) {
        JsonNode end = watch(location);
        for (JsonNode projection : end.path("projections")) {
            report(projection);
        }
        String state = end.path("state").asString("");
        System.out.println("rebuild " + end.path("id").asInt(0) + " " + state + ": "
                + end.path("eventsRead").asLong(0) + " events read");
        return state.equals("done") && end.path("equal").asBoolean(true);
    }

    private JsonNode watch(String location) {
        try (var _ = new GoesOn(location);
                ProgressLine progress = new ProgressLine()) {
            while (true) {
                JsonNode now = api.get(location);
                if (!now.path("state").asString("").equals("running")) {
                    return now;
                }
                progress.show(line(now));
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        }
    }

    static String line(JsonNode now) {
        long position = now.path("position").asLong(0);
        long head = now.path("head").asLong(0);
        int done = head == 0 ? BAR : (int) (BAR * Math.min(position, head) / head);
        long pace = now.path("eventsPerSecond").asLong(0);
        JsonNode left = now.path("secondsLeft");
        boolean paused = now.path("phase").asString("").equals("paused");
        return "[" + "#".repeat(done) + ".".repeat(BAR - done) + "] "
                + now.path("phase").asString("") + " " + position + " of " + head + " events"
                + (pace > 0 && !paused ? ", " + pace + " a second" : "")
                + (left.isNumber() && !paused ? ", " + left.asLong() + " s left" : "");
    }

    private static void report(JsonNode projection) {
        JsonNode comparison = projection.path("comparison");
        String what = projection.path("projection").asString("") + ": "
                + projection.path("state").asString("");
        String reason = projection.path("reason").asString("");
        if (comparison.isMissingNode()) {
            System.out.println(what + (reason.isEmpty() ? "" : ": " + reason));
            return;
        }
        boolean equal = projection.path("equal").asBoolean(false);
        System.out.println(what + ", " + (equal ? "equal to" : "NOT equal to") + " the old one at position "
                + comparison.path("position").asLong(0) + ": "
                + (equal
                        ? side(comparison, "live")
                        : side(comparison, "live") + " before, " + side(comparison, "rebuilt") + " after"));
        if (!equal) {
            System.out.println("  " + comparison.path("differingDocuments").asLong(0) + " documents differ");
            comparison.path("differences").forEach(RebuildRun::difference);
        }
    }

    private static String side(JsonNode comparison, String which) {
        return comparison.path(which + "Documents").asLong(0) + " documents, hash "
                + comparison.path(which + "Hash").asString("");
    }

    private static void difference(JsonNode difference) {
        System.out.println("  " + difference.path("id").asString(""));
        System.out.println("    before " + difference.path("before").asString("nothing"));
        System.out.println("    after  " + difference.path("after").asString("nothing"));
    }
}
