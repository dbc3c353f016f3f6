package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.Commits;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.TestServer;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.metrics.LogMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two writers on one log, of which one is quicker at the server than the other every time. */
@Timeout(120)
class FarWriterTest {

    private static final int NEAR_CLIENTS = 8;

    private static final int COMMITS = 20;

    private final MongoDatabase database = TestServer.newDatabase();
    private final AtomicBoolean enough = new AtomicBoolean();

    /** The second way is longer than anybody is waited for at first. */
    @ParameterizedTest
    @ValueSource(longs = {20, 70})
    void whoIsFarAwayIsHeardBesideOneThatIsNearAndNeverRests(long millis) {
        try (BlockAppender near = appender(UnaryOperator.identity());
                BlockAppender far = appender(insert -> late(insert, TimeUnit.MILLISECONDS.toNanos(millis)))) {
            List<CompletableFuture<Void>> clients = new ArrayList<>();
            for (int i = 0; i < NEAR_CLIENTS; i++) {
                String name = "near-" + i;
                clients.add(
                        CompletableFuture.runAsync(() -> appendUntilEnough(near, name), Thread::startVirtualThread));
            }

            List<Long> positions = new ArrayList<>();
            for (int i = 0; i < COMMITS; i++) {
                positions.add(far.append(Commits.of("far", i, 1)));
            }
            enough.set(true);
            clients.forEach(CompletableFuture::join);

            assertThat(positions).doesNotHaveDuplicates().isSorted();
        }
    }

    private void appendUntilEnough(BlockAppender near, String name) {
        for (int i = 0; !enough.get(); i++) {
            near.append(Commits.of(name, i, 1));
        }
    }

    private BlockAppender appender(UnaryOperator<Function<Block, Answer>> network) {
        return new BlockAppender(database, new LogWakeUp(), AppenderSettings.DEFAULT, LogMetrics.none(), network);
    }

    private static Function<Block, Answer> late(Function<Block, Answer> insert, long nanos) {
        return block -> {
            LockSupport.parkNanos(nanos);
            return insert.apply(block);
        };
    }
}
