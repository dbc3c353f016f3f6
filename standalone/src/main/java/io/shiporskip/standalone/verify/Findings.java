package io.shiporskip.standalone.verify;

import io.shiporskip.log.verify.VerificationReport;
import java.io.PrintStream;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a verification found, whoever did it.
 *
 * @param position where the log ended
 * @param hash of the head
 * @param faults one line each, the first of {@code faultCount}
 */
record Findings(
        long blocks,
        long commits,
        long events,
        long streams,
        long position,
        String hash,
        long faultCount,
        List<String> faults) {

    static Findings of(VerificationReport report) {
        return new Findings(
                report.blocks(),
                report.commits(),
                report.events(),
                report.streams(),
                report.head().position(),
                report.head().hash(),
                report.faultCount(),
                report.faults().stream().map(Object::toString).toList());
    }

    static Findings of(JsonNode answer) {
        return new Findings(
                answer.path("blocks").asLong(),
                answer.path("commits").asLong(),
                answer.path("events").asLong(),
                answer.path("streams").asLong(),
                answer.path("position").asLong(),
                answer.path("hash").asString(""),
                answer.path("faultCount").asLong(answer.path("faults").size()),
                answer.path("faults").valueStream().map(Findings::line).toList());
    }

    boolean sound() {
        return faultCount == 0;
    }

    void print(PrintStream out) {
        faults.forEach(out::println);
        if (faultCount > faults.size()) {
            out.println("… and " + (faultCount - faults.size()) + " more");
        }
        out.println(counted(blocks, "block") + ", " + counted(commits, "commit") + ", " + counted(events, "event")
                + ", " + counted(streams, "stream") + "; head " + position + ":" + hash);
        out.println(sound() ? "the log is sound" : "the log is NOT sound: " + counted(faultCount, "fault"));
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String line(JsonNode fault) {
        return "block " + fault.path("block").asString("?") + ", positions "
                + fault.path("from").asLong() + " to " + fault.path("to").asLong() + ": "
                + fault.path("what").asString("");
    }
}
