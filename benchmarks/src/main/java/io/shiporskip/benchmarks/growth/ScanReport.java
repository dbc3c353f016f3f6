package io.shiporskip.benchmarks.growth;

import io.shiporskip.log.EventLogSchema;
import java.io.PrintStream;
import java.util.List;

/**
 * What the embedded server says of queries that looked at every document of a collection.
 *
 * @param scans as {@code EmbeddedMongo.scans()} gives them: the database and collection first
 * @param known whether the server can tell
 */
record ScanReport(List<String> scans, boolean known) {

    private static final int SHOWN = 20;

    /** @return whether one of them was of the log */
    boolean print(PrintStream out) {
        if (!known) {
            out.println("Scans: this server does not tell.");
            return false;
        }
        List<String> ofLog = scans.stream().filter(ScanReport::ofLog).toList();
        List<String> others = scans.stream()
                .filter(scan -> !ofLog(scan))
                .map(scan -> scan.substring(scan.indexOf('.') + 1))
                .distinct()
                .toList();
        out.println(ofLog.isEmpty() ? "No query scanned the log." : "SCANS OF THE LOG: " + ofLog.size());
        ofLog.stream().distinct().limit(SHOWN).forEach(scan -> out.println("  " + scan));
        out.println(others.isEmpty() ? "No query scanned any other collection." : "Other scans, each once:");
        others.stream().limit(SHOWN).forEach(scan -> out.println("  " + scan));
        if (others.size() > SHOWN) {
            out.println("  … and " + (others.size() - SHOWN) + " more");
        }
        return !ofLog.isEmpty();
    }

    private static boolean ofLog(String scan) {
        return scan.startsWith("." + EventLogSchema.COLLECTION + " ", scan.indexOf('.'));
    }
}
