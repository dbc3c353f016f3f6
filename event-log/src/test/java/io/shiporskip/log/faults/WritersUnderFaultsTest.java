package io.shiporskip.log.faults;

import io.shiporskip.log.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** On the server of all tests: the embedded one, or the one that {@code MONGODB_URI} names. */
@EnabledIfSystemProperty(
        named = "log.faults",
        matches = "true",
        disabledReason = "takes minutes: ./ship-or-skip faults runs it")
class WritersUnderFaultsTest {

    @TempDir
    Path journals;

    @Test
    void everyPromiseOfTheLogHolds() throws Exception {
        new FaultRun(TestServer.uri(), journals).run();
    }
}
