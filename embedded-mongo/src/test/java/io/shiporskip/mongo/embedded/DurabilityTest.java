package io.shiporskip.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after the power failed, and nothing is shown that a failure could take back. */
class DurabilityTest {

    /** Little, so that the power also fails while space is reused. */
    private static final Upkeep UPKEEP = new Upkeep(16, 16 << 10, 64 << 10);

    @TempDir
    Path folder;

    private ForgetfulDisk.State disk;
    private EmbeddedMongo server;
    private Client client;
    private MongoCollection<Document> votes;

    @BeforeEach
    void open() {
        disk = ForgetfulDisk.of(folder);
        start();
    }

    private void start() {
        server = EmbeddedMongo.open(folder, ForgetfulDisk.SCHEME + ":", UPKEEP);
        client = new Client(server);
        votes = client.collection("votes");
        votes.createIndex(new Document("voter", 1), new IndexOptions().unique(true));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private static Document vote(long id) {
        return new Document("_id", id).append("voter", "v" + id).append("text", "x".repeat(300));
    }

    private List<Long> ids() {
        return votes.find().map(each -> each.getLong("_id")).into(new ArrayList<>());
    }

    @Test
    void whatIsAcknowledgedSurvivesAPowerFailure() throws Exception {
        votes.insertOne(vote(1));
        votes.insertOne(vote(2));

        disk.powerFails(new Random(0));
        stop();
        disk.powerReturns();
        start();

        assertThat(ids()).containsExactly(1L, 2L);
    }

    @Test
    void manyWritersShareASync() {
        votes.insertOne(vote(0));
        CountDownLatch release = new CountDownLatch(1);
        disk.syncWaitsFor = release;
        AtomicInteger done = new AtomicInteger();
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (long id = 1; id <= 100; id++) {
            Document vote = vote(id);
            writers.add(CompletableFuture.runAsync(
                    () -> {
                        votes.insertOne(vote);
                        done.incrementAndGet();
                    },
                    task -> Thread.ofVirtual().start(task)));
        }
        MongoCollection<Document> unsafe = votes.withReadConcern(ReadConcern.LOCAL);
        await().until(() -> unsafe.find().into(new ArrayList<>()).size() == 101);
        long before = server.syncs();

        assertThat(done).as("answered before the sync").hasValue(0);
        disk.syncWaitsFor = null;
        release.countDown();
        writers.forEach(CompletableFuture::join);

        assertThat(server.syncs() - before).isLessThanOrEqualTo(3);
    }

    @Test
    void aReadShowsNothingThatIsNotOnDisk() throws Exception {
        votes.insertOne(vote(1));
        CountDownLatch release = new CountDownLatch(1);
        disk.syncWaitsFor = release;
        votes.withWriteConcern(WriteConcern.W1).insertOne(vote(2));

        CompletableFuture<List<Long>> read = CompletableFuture.supplyAsync(this::ids);
        assertThat(client.collection("others").find()).isEmpty();
        assertThat(votes.withReadConcern(ReadConcern.LOCAL).find()).hasSize(2);
        assertThat(read).isNotDone();

        disk.powerFails(new Random(0));
        disk.syncWaitsFor = null;
        release.countDown();
        assertThat(read).failsWithin(java.time.Duration.ofSeconds(10));
    }

    @Test
    void aFailedSyncAcknowledgesNothingAndTheServerRecovers() {
        votes.insertOne(vote(1));
        disk.syncFails = true;

        assertThatThrownBy(() -> votes.insertOne(vote(2)))
                .isInstanceOf(MongoWriteConcernException.class)
                .hasMessageContaining("the disk cannot sync");
        assertThatThrownBy(() -> votes.insertOne(vote(3))).isInstanceOf(MongoException.class);

        disk.syncFails = false;
        votes.insertOne(vote(4));
        assertThat(ids()).contains(1L, 4L).doesNotContain(3L);
    }

    @Test
    void aFullDiskAcknowledgesNothingAndTheServerRecovers() {
        votes.insertOne(vote(1));
        disk.full = true;
        List<Long> acknowledged = new ArrayList<>(List.of(1L));
        assertThatThrownBy(() -> {
                    for (long id = 2; id < 10_000; id++) {
                        votes.insertOne(vote(id));
                        acknowledged.add(id);
                    }
                })
                .isInstanceOf(MongoException.class)
                .hasMessageContaining("No space left on device");

        disk.full = false;
        votes.insertOne(vote(20_000));

        acknowledged.add(20_000L);
        assertThat(ids()).containsExactlyElementsOf(acknowledged);
    }
}
