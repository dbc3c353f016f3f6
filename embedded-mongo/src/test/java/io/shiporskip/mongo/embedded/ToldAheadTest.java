package io.shiporskip.mongo.embedded;

import static io.shiporskip.mongo.embedded.ErrorInAWriteTest.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import io.shiporskip.mongo.embedded.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the journal has of a write before it is made: all of it or nothing, however the write ends. */
class ToldAheadTest {

    private static final byte[] ONE = {1};
    private static final byte[] TWO = {2};

    @TempDir
    private Path folder;

    private MVStore store;
    private HeadMarker marker;
    private Journal journal;
    private StoreMaps maps;
    private MVMap<byte[], byte[]> map;
    private GroupCommit commits;

    @BeforeEach
    void open() throws IOException {
        store = new MVStore.Builder()
                .adoptFileStore(StoreFile.open(folder.resolve("store.mv.db").toString(), false, 16, 1 << 20))
                .autoCommitDisabled()
                .open();
        store.setAutoCommitDelay(Integer.MAX_VALUE);
        marker = HeadMarker.open(folder.resolve("store.head").toString(), false);
        journal = Journal.open(folder.resolve("store.journal").toString());
        maps = new StoreMaps(store);
        journal.replay(store.getCurrentVersion(), new Replay(maps));
        map = maps.documents("test.votes");
        Checkpoints.pointHeader(store);
        store.commit();
        store.sync();
        maps.forgetUnrecorded();
        journal.begin(store.getCurrentVersion());
        commits = new GroupCommit(store, maps, marker, journal, Upkeep.LITTLE);
        commits.start();
    }

    @AfterEach
    void loseThePower() throws IOException {
        commits.fail(new IllegalStateException("the power is off"));
        commits.close();
        store.closeImmediately();
        marker.close();
        journal.close();
    }

    @Test
    void itIsOnDiskWhileItIsBeingMade() throws IOException {
        commits.write("test.votes", true, () -> {
            awaitSyncAfter(this::tellOfBoth);
            assertThat(map.containsKey(ONE)).isFalse();
            map.put(ONE, ONE);
            map.put(TWO, TWO);
            maps.caughtUp();
        });

        reopen();

        assertThat(map.get(ONE)).isEqualTo(ONE);
        assertThat(map.get(TWO)).isEqualTo(TWO);
    }

    @Test
    void whatAnErrorLeavesHalfMadeIsMadeWhenTheStoreIsOpenedAnew() throws IOException {
        OutOfMemoryError error = new OutOfMemoryError("for this test");
        assertThatThrownBy(() -> commits.write("test.votes", true, () -> {
                    awaitSyncAfter(this::tellOfBoth);
                    map.put(ONE, ONE);
                    throw error;
                }))
                .isSameAs(error);
        assertThat(commits.failure()).isSameAs(error);
        assertThatThrownBy(() -> commits.awaitShown("test.votes")).isInstanceOf(NotDurableException.class);

        reopen();

        assertThat(map.get(ONE)).isEqualTo(ONE);
        assertThat(map.get(TWO)).isEqualTo(TWO);
    }

    @Test
    void aWriteThatDoesNotMakeItEndsTheStore() {
        assertThatThrownBy(() -> commits.write("test.votes", true, this::tellOfBoth))
                .isInstanceOf(IllegalStateException.class);

        assertThat(commits.failure()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nobodyIsHurriedForAWriteThatNobodyWaitsFor() throws Exception {
        long before = commits.syncs();
        Group group = commits.write("test.votes", false, () -> {
            tellOfBoth();
            map.put(ONE, ONE);
            map.put(TWO, TWO);
            maps.caughtUp();
        });
        commits.awaitDurable(group);

        assertThat(commits.syncs()).isEqualTo(before + 1);
    }

    /** The first one with an array leaves a mark in an index, so that two bounds may be met by two of its elements. */
    @Test
    void thatAnIndexCrossesArraysIsToldAsWell() {
        String file = folder.resolve("indexed.mv.db").toString();
        Document index = new Document("key", new Document("events.n", 1)).append("name", "numbers");
        Document document = numbered(1, 0, 20);
        Document lowAndHigh = new Document(
                "$and",
                List.of(
                        new Document("events.n", new Document("$lt", 3)),
                        new Document("events.n", new Document("$gt", 15))));
        Engine engine = Engine.open(file, new Scans(), Upkeep.LITTLE);
        engine.handle(message(new Document("createIndexes", "votes").append("indexes", List.of(index))));
        engine.handle(message(new Document("insert", "votes").append("documents", List.of(document))));
        engine.abandon();

        try (Engine again = Engine.open(file, new Scans(), Upkeep.LITTLE)) {
            Document found = again.handle(message(new Document("count", "votes").append("query", lowAndHigh)));
            assertThat(found.get("n")).isEqualTo(1);
        }
    }

    @Test
    void ofABulkWithDuplicatesEachDocumentIsKeptWholeOrNotAtAll() {
        String file = folder.resolve("bulk.mv.db").toString();
        Document index = new Document("key", new Document("events.n", 1))
                .append("name", "numbers")
                .append("unique", true);
        List<Document> bulk =
                List.of(numbered(1, 0, 20), numbered(2, 10, 30), numbered(3, 40, 43), numbered(4, 50, 70));
        Engine engine = Engine.open(file, new Scans(), Upkeep.LITTLE);
        engine.handle(message(new Document("createIndexes", "votes").append("indexes", List.of(index))));
        Document answer = engine.handle(
                message(new Document("insert", "votes").append("ordered", false).append("documents", bulk)));
        assertThat(answer.get("n")).isEqualTo(3);
        engine.abandon();

        try (Engine again = Engine.open(file, new Scans(), Upkeep.LITTLE)) {
            assertThat(List.of(19, 29, 42, 69))
                    .extracting(n -> again.handle(message(
                                    new Document("count", "votes").append("query", new Document("events.n", n))))
                            .get("n"))
                    .containsExactly(1, 0, 1, 1);
        }
    }

    private static Document numbered(int id, int from, int to) {
        return new Document("_id", id)
                .append(
                        "events",
                        IntStream.range(from, to)
                                .mapToObj(n -> new Document("n", n))
                                .toList());
    }

    private void tellOfBoth() {
        maps.tellAhead(changes -> {
            changes.put(map.getId(), ONE, ONE);
            changes.put(map.getId(), TWO, TWO);
        });
    }

    private void awaitSyncAfter(Runnable telling) {
        long end = journal.end().length();
        telling.run();
        Awaitility.await().until(() -> journal.end().length() > end);
    }

    private void reopen() throws IOException {
        loseThePower();
        open();
    }
}
