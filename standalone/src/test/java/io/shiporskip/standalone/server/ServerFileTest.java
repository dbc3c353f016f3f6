package io.shiporskip.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.shiporskip.standalone.terminal.OperatorException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file says who serves a folder only while somebody does. */
class ServerFileTest {

    @TempDir
    private Path data;

    @Test
    void isFoundWhileItIsHeldAndNotAfter() throws Exception {
        try (ServerFile _ = ServerFile.hold(data, "http://127.0.0.1:1")) {
            assertThat(ServerFile.find(data))
                    .contains(new RunningServer(
                            "http://127.0.0.1:1", ProcessHandle.current().pid()));
            assertThatThrownBy(() -> ServerFile.hold(data, "http://127.0.0.1:2"))
                    .isInstanceOf(OperatorException.class);
        }
        assertThat(ServerFile.find(data)).isEmpty();
        assertThat(data.resolve(ServerFile.NAME)).doesNotExist();
    }

    @Test
    void whoLooksForAServerKeepsNoneFromStarting() throws Exception {
        AtomicReference<ServerFile> held = new AtomicReference<>();
        Thread start;
        try (FileChannel looks =
                FileChannel.open(data.resolve(ServerFile.NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(looks.tryLock()).isNotNull();
            start = Thread.ofPlatform().start(() -> held.set(ServerFile.hold(data, "http://127.0.0.1:1")));
            await().until(() -> EnumSet.of(Thread.State.TIMED_WAITING, Thread.State.TERMINATED)
                    .contains(start.getState()));
        }
        start.join();
        assertThat(held.get()).isNotNull();
        held.get().close();
    }

    @Test
    void whatAKilledServerLeftBehindIsNoServer() throws Exception {
        Files.writeString(data.resolve(ServerFile.NAME), "{\"url\": \"http://127.0.0.1:1\", \"pid\": 1}");
        assertThat(ServerFile.find(data)).isEmpty();
    }
}
