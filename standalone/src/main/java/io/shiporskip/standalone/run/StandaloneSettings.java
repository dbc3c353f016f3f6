package io.shiporskip.standalone.run;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What one process is started with.
 *
 * @param port to serve on; 0 for a free one
 * @param sample whether an empty log gets the sample data
 * @param newVisitors how many new visitors an hour one network address may become; 0 for no limit
 * @param mongodbUri another server than the embedded one
 */
public record StandaloneSettings(Path data, int port, boolean sample, int newVisitors, Optional<String> mongodbUri) {

    /** For a verb that needs a server for a moment, and nobody else to use it. */
    public static StandaloneSettings forOneVerb(Path data) {
        return new StandaloneSettings(data, 0, false, 0, externalMongodb());
    }

    /** The server that {@code MONGODB_URI} names, for {@code run} and for the verbs alike; empty for the embedded one. */
    public static Optional<String> externalMongodb() {
        return Optional.ofNullable(System.getenv("MONGODB_URI")).filter(uri -> !uri.isBlank());
    }
}
