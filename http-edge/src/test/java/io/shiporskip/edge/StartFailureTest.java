package io.shiporskip.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.shiporskip.edge.start.StartFailure;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator can mend is told in one line that names it. */
class StartFailureTest {

    @TempDir
    private Path data;

    @ParameterizedTest
    @CsvSource({
        "ship-or-skip.new-visitors=many,               new-visitors",
        "ship-or-skip.new-visitors=-1,                 new-visitors",
        "ship-or-skip.public-origin=votes.example.org, public-origin"
    })
    void namesTheSetting(String setting, String named) {
        assertThat(line(setting)).contains(named).doesNotContain("\n");
    }

    @Test
    void namesTheFile() throws Exception {
        Files.writeString(data.resolve("tokens.json"), "not json");
        assertThat(line("server.port=0")).contains("tokens.json").doesNotContain("\n");
    }

    @Test
    void namesThePort() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(line("server.port=" + taken.getLocalPort()))
                    .contains("Port " + taken.getLocalPort())
                    .doesNotContain("\n");
        }
    }

    private String line(String setting) {
        Throwable failure = catchThrowable(() -> new Server(data, setting).close());
        return StartFailure.line(failure).orElse("");
    }
}
