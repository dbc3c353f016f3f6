package io.shiporskip.log.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.shiporskip.log.Commits;
import io.shiporskip.log.EventLogSchema;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.TestServer;
import io.shiporskip.log.append.AppenderSettings;
import io.shiporskip.log.append.BlockAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever was fetched ahead, what is read is what stands after the position that was asked for. */
class PrefetchTest {

    private final MongoDatabase database = TestServer.newDatabase();
    private final FindCount finds = new FindCount();
    private final MongoClient client = finds.connect();
    private final Prefetch log = new Prefetch(new LogReader(client.getDatabase(database.getName())));

    @BeforeEach
    void writeFourBlocksOfOneEventAndOneOfThree() {
        try (BlockAppender appender = new BlockAppender(database, new LogWakeUp(), AppenderSettings.DEFAULT)) {
            for (int i = 0; i < 4; i++) {
                appender.append(Commits.of("a", i, 1));
            }
            appender.append(Commits.of("a", 4, 3));
        }
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void theNextStretchIsFetchedBeforeItIsAskedFor() throws InterruptedException {
        assertThat(positions(log.after(0, 2))).containsExactly(1L, 2L);
        await().until(() -> finds.answered() == 2);
        database.getCollection(EventLogSchema.COLLECTION).deleteMany(Filters.gt("_id", 2));

        assertThat(positions(log.after(2, 2))).containsExactly(3L, 4L);
    }

    @Test
    void whoGoesOnElsewhereGetsWhatStandsThere() throws InterruptedException {
        log.after(0, 2);

        assertThat(positions(log.after(1, 2))).containsExactly(2L, 3L);
    }

    @Test
    void whoBeginsAmidABlockGetsTheRestOfIt() throws InterruptedException {
        assertThat(positions(log.after(5, 2))).containsExactly(6L, 7L);
    }

    @Test
    void aPositionThatWasMissingWhenFetchedAheadIsSaidToBeMissing() throws InterruptedException {
        database.getCollection(EventLogSchema.COLLECTION).deleteOne(Filters.eq("_id", 3));
        log.after(0, 2);

        assertThatThrownBy(() -> log.after(2, 2))
                .isInstanceOfSatisfying(
                        LogGapException.class, gap -> assertThat(gap.missing()).isEqualTo(3));
    }

    private static List<Long> positions(List<StoredEvent> events) {
        return events.stream().map(StoredEvent::position).toList();
    }
}
