package io.shiporskip.standalone.verify;

import io.shiporskip.log.verify.VerificationReport;
import java.io.PrintStream;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a verification found, whoever did it.
 *
 * @param faults one line each, the first of {@code faultCount}
 */
record Findings(long events, long blocks, String hash, long faultCount, List<String> faults) {

    static Findings of(VerificationReport report) {
        return new Findings(
                report.events(),
                report.blocks(),
                report.head().hash(),
                report.faultCount(),
                report.faults().stream().map(Object::toString).toList());
    }

    static Findings of(JsonNode answer) {
        return new Findings(
                answer.path("events").asLong(),
                answer.path("blocks").asLong(),
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
        String read = events + " events in " + blocks + " blocks";
        out.println(
                sound()
                        ? read + ": the log is sound, head hash " + hash
                        : read + ": " + faultCount + (faultCount == 1 ? " fault" : " faults"));
    }

    private static String line(JsonNode fault) {
        return "block " + fault.path("block").asString("?") + ", positions "
                + fault.path("from").asLong() + " to " + fault.path("to").asLong() + ": "
                + fault.path("what").asString("");
    }
}
