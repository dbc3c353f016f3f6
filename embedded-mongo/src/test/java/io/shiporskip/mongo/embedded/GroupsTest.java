package io.shiporskip.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.mongo.embedded.journal.Changes;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How much may wait to be written, when whoever writes it is held up. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class GroupsTest {

    private final Groups groups = new Groups(0);
    private final Thread write = Thread.ofPlatform().daemon().unstarted(groups::awaitRoom);

    @AfterEach
    void endTheWrite() {
        groups.close();
    }

    @Test
    void aWriteDoesNotWaitWhileThereIsRoom() throws InterruptedException {
        groups.join(changesOf(Groups.MOST_BYTES / 2));

        write.start();

        write.join();
    }

    static Stream<Named<Consumer<Groups>>> ways() {
        return Stream.of(
                Named.of("it is taken to be written", Groups::take),
                Named.of("nothing is written any more", groups -> groups.fail(new IllegalStateException("no disk"))),
                Named.of("the store closes", Groups::close));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aWriteWaitsWhileTooMuchWaitsUntil(Consumer<Groups> end) throws InterruptedException {
        groups.join(changesOf(Groups.MOST_BYTES));

        write.start();
        Awaitility.await().until(() -> write.getState() == Thread.State.WAITING);
        assertThat(groups.isPending()).isTrue();
        end.accept(groups);

        write.join();
    }

    private static Changes changesOf(long bytes) {
        Changes changes = new Changes();
        changes.put(1, new byte[] {1}, new byte[(int) bytes]);
        return changes;
    }
}
