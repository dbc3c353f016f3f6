package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.shiporskip.log.Commits;
import io.shiporskip.log.LastBlock;
import io.shiporskip.log.TestServer;
import io.shiporskip.log.read.LogReader;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;

/** A log, its line, and a clock that stands still unless it is moved. */
final class TurnsFixture {

    final MongoDatabase database = TestServer.newDatabase();
    final LineDocument document = new LineDocument(database, 60_000);
    final AtomicLong nanos = new AtomicLong(TimeUnit.HOURS.toNanos(1));
    final AtomicInteger looks = new AtomicInteger();
    final AtomicBoolean givenUp = new AtomicBoolean();
    private final LogReader reader = new LogReader(database);
    private final BlockInsert insert = new BlockInsert(database);

    Turns turns(String name) {
        return turns(name, true);
    }

    Turns turns(String name, boolean taken) {
        LogEnd end = new LogEnd(this::look, new AppenderHealth(), givenUp::get);
        return new Turns(new Place(document, name), end, nanos::get, taken);
    }

    private LastBlock look() {
        looks.incrementAndGet();
        return reader.lastBlock();
    }

    LastBlock last() {
        return reader.lastBlock();
    }

    void line(String... writers) {
        Line seen = document.read();
        assertThat(document.change(seen, new Line(seen.version() + 1, List.of(writers))))
                .isTrue();
    }

    /** Something else stands where the line should be. */
    void spoilLine() {
        database.getCollection(Appenders.COLLECTION)
                .replaceOne(
                        Filters.eq("_id", "line"),
                        new Document("version", "of the truth"),
                        new ReplaceOptions().upsert(true));
    }

    /** A block of that writer stands. */
    LastBlock writes(String name) {
        LastBlock before = last();
        Commit commit = Commits.of(name + "-" + before.head().position(), 0, 1);
        String id = new BlockIds(name).next();
        assertThat(insert.send(BlockNumbering.after(before.head(), List.of(commit), id)))
                .isEqualTo(new Answer.Acknowledged());
        return last();
    }

    /** On a thread of its own: it may wait, until {@link #givenUp}. */
    CompletableFuture<LastBlock> awaiting(Turns turns, LastBlock known) {
        CompletableFuture<LastBlock> begun = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                begun.complete(turns.await(known));
            } catch (InterruptedException e) {
                begun.completeExceptionally(e);
            }
        });
        return begun;
    }

    /** Until whoever waits has looked at what stands now: the next look may have begun before. */
    void awaitLooks() {
        int before = looks.get();
        await().until(() -> looks.get() >= before + 2);
    }
}
