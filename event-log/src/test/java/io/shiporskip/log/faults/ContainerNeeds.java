package io.shiporskip.log.faults;

import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import java.util.function.BooleanSupplier;

/** Whether a MongoDB of one's own can and need be started. */
final class ContainerNeeds {

    private ContainerNeeds() {}

    /** @throws org.opentest4j.TestAbortedException with the reason, when not */
    static void orSkip(Map<String, String> environment, BooleanSupplier docker) {
        assumeFalse(
                environment.containsKey("MONGODB_URI"),
                "MONGODB_URI names a server: WritersUnderFaultsTest runs on that one");
        assumeTrue(
                docker.getAsBoolean(),
                "neither Docker nor MONGODB_URI is here: the faults ran on the embedded server alone. Set MONGODB_URI"
                        + " to a replica set to run them on MongoDB");
    }
}
