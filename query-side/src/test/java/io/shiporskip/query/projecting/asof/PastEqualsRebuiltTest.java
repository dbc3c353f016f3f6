package io.shiporskip.query.projecting.asof;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.query.projecting.Folded;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.RecordedEvent;
import io.shiporskip.query.projecting.rebuild.ContentHash;
import io.shiporskip.query.projecting.store.BulkWriter;
import io.shiporskip.query.sample.AllProjections;
import io.shiporskip.query.sample.Crashes;
import io.shiporskip.query.sample.ListedEvents;
import io.shiporskip.query.sample.RandomHistory;
import io.shiporskip.query.sample.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.bson.Document;

/**
 * What matters most of the past: at any position it is what a rebuild stopped there would have made, whatever checkpoints
 * there are, and wherever the process that made them died between two writes.
 */
class PastEqualsRebuiltTest {

    private static final int EVENTS = 400;
    private static final int EVERY = 40;
    private static final int POSITIONS = 25;

    private static final List<Projection<?>> KEPT =
            AllProjections.LIST.stream().filter(Projection::checkpointed).toList();
    private static final AtomicInteger CRASHES = new AtomicInteger();

    @SuppressWarnings("NullAway.Init")
    private static TestDatabase server;

    @BeforeContainer
    static void open() {
        server = new TestDatabase();
    }

    @AfterContainer
    static void close() {
        server.close();
        assertThat(CRASHES).as("crashes in all").hasValueGreaterThan(20);
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void everyPositionIsWhatARebuildStoppedThereWouldHaveMade(@ForAll long seed) throws InterruptedException {
        var log = new ListedEvents(RandomHistory.of(seed, EVENTS));
        MongoDatabase database = server.fresh();
        makeWithCrashes(database, log, seed);

        var checkpoints = new Checkpoints(database, BulkWriter.UNORDERED, EVERY);
        var past = new PastStates(log, checkpoints);
        var random = new Random(seed);
        for (int look = 0; look < POSITIONS; look++) {
            if (random.nextInt(4) == 0) {
                damageOne(database, random);
                past = new PastStates(log, new Checkpoints(database, BulkWriter.UNORDERED, EVERY)); // remembers nothing
            }
            assertEqualsRebuilt(past, log, random.nextLong(log.head() + 1));
        }
        new CheckpointMaker(checkpoints, log, KEPT).look();
        assertAllStand(checkpoints, log);
        assertEqualsRebuilt(
                new PastStates(log, new Checkpoints(database, BulkWriter.UNORDERED, EVERY)), log, log.head());
    }

    private static void makeWithCrashes(MongoDatabase database, ListedEvents log, long seed)
            throws InterruptedException {
        var crashes = new Crashes(seed);
        boolean done = false;
        while (!done) {
            var checkpoints = new Checkpoints(database, crashes, EVERY);
            try {
                new CheckpointMaker(checkpoints, log, KEPT).look();
                done = true;
            } catch (Crashes.Crash _) {
                // another process goes on
            }
        }
        CRASHES.addAndGet(crashes.count());
        assertAllStand(new Checkpoints(database, BulkWriter.UNORDERED, EVERY), log);
    }

    private static void assertAllStand(Checkpoints checkpoints, ListedEvents log) {
        var due = new ArrayList<Long>();
        for (long position = EVERY; position <= log.head(); position += EVERY) {
            due.add(position);
        }
        assertThat(KEPT)
                .hasSize(6)
                .allSatisfy(projection -> assertThat(checkpoints.positions(projection))
                        .as(projection.name())
                        .containsExactlyElementsOf(due));
    }

    /** As a disk or a hand might: a manifest that lies, a chunk that is gone, or one of other bytes. */
    private static void damageOne(MongoDatabase database, Random random) {
        Projection<?> projection = KEPT.get(random.nextInt(KEPT.size()));
        String owner = CheckpointStore.owner(projection);
        var manifests = database.getCollection(CheckpointStore.MANIFESTS + owner);
        var chunks = database.getCollection(CheckpointStore.CHUNKS + owner);
        var all = chunks.find().into(new ArrayList<>());
        Document chunk = all.get(random.nextInt(all.size()));
        var named = new Document("_id", chunk.get("_id"));
        switch (random.nextInt(4)) {
            case 0 -> manifests.updateMany(new Document(), new Document("$set", new Document("count", 1L)));
            case 1 -> chunks.deleteOne(named);
            case 2 ->
                chunks.updateOne(
                        named,
                        new Document("$set", new Document("body", all.getFirst().get("body"))));
            default -> chunks.updateOne(named, new Document("$set", new Document("body", "torn")));
        }
    }

    private static void assertEqualsRebuilt(PastStates past, ListedEvents log, long position) {
        var states = past.at(position, KEPT);
        for (Projection<?> projection : KEPT) {
            PastState<?> state = Objects.requireNonNull(states.get(projection.name()));
            assertThat(hash(projection, List.copyOf(state.documents().values())))
                    .as(projection.name() + " at " + position)
                    .isEqualTo(rebuilt(projection, log, position));
            assertThat(state.position()).isEqualTo(position);
        }
    }

    /** One event after another through the projection alone: no batch, no checkpoint, none of the code under test. */
    private static <D extends Record> String rebuilt(Projection<D> projection, ListedEvents log, long position) {
        var documents = new TreeMap<String, Folded<D>>();
        if (position > 0) {
            for (RecordedEvent event : log.after(0, Math.toIntExact(position))) {
                for (String id : projection.touches(event)) {
                    Folded<D> before = documents.get(id);
                    D after = projection.fold(before == null ? null : before.state(), event);
                    documents.put(id, new Folded<>(id, event.position(), after));
                }
            }
        }
        return hash(projection, List.copyOf(documents.values()));
    }

    @SuppressWarnings("unchecked")
    private static <D extends Record> String hash(Projection<D> projection, List<? extends Folded<?>> documents) {
        var form = new ChunkForm<>(projection.form());
        var hash = new ContentHash();
        documents.stream()
                .map(document -> (Folded<D>) document)
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .forEach(document -> hash.add(form.canonical(document)));
        return hash.documents() + " " + hash.hex();
    }
}
