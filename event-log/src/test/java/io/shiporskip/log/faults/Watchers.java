package io.shiporskip.log.faults;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.read.LogFollower;
import io.shiporskip.log.read.LogReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Who reads the log while it is written: a follower on a good network, one on a bad one, one that starts in the middle,
 * and a reader that takes the whole prefix again and again.
 */
final class Watchers implements AutoCloseable {

    /** @param after the position that it started from */
    record Seen(String who, long after, List<StoredEvent> events) {}

    private final CountDownLatch written = new CountDownLatch(1);
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());
    private final List<CompletableFuture<Seen>> followers = new ArrayList<>();
    private final CompletableFuture<List<Prefix>> prefixes;
    private final LogReader reader;
    private volatile long end = Long.MAX_VALUE;

    /**
     * @param viaBadNetwork the same database
     * @param middle a position that the log will reach: the third follower starts there, once it has
     */
    Watchers(MongoDatabase database, MongoDatabase viaBadNetwork, long middle) {
        this.reader = new LogReader(database);
        LogReader badly = new LogReader(viaBadNetwork);
        followers.add(CompletableFuture.supplyAsync(() -> follow("on a good network", reader, 0), threads));
        followers.add(CompletableFuture.supplyAsync(() -> follow("on a bad network", badly, 0), threads));
        followers.add(CompletableFuture.supplyAsync(() -> fromTheMiddle(badly, middle), threads));
        prefixes = CompletableFuture.supplyAsync(this::prefixes, threads);
    }

    /** All that they have seen, once they have read up to the position where the log ends. */
    List<Seen> seenUpTo(long position) {
        end = position;
        written.countDown();
        return followers.stream().map(CompletableFuture::join).toList();
    }

    /** What a reader found to be the log's beginning, at several times while it grew. */
    List<Prefix> prefixesRead() {
        return prefixes.join();
    }

    private Seen follow(String who, LogReader from, long after) {
        List<StoredEvent> events = new ArrayList<>();
        try (LogFollower follower = new LogFollower(from, new LogWakeUp(), after)) {
            while (follower.position() < end) {
                try {
                    events.addAll(follower.next(100, Duration.ofMillis(50)));
                } catch (MongoException lostAnswer) {
                    // The next call goes on where this one began.
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Seen(who, after, events);
    }

    private Seen fromTheMiddle(LogReader from, long middle) {
        try {
            while (reader.head().position() < middle && !written.await(20, TimeUnit.MILLISECONDS)) {
                // Not there yet.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return follow("started in the middle", from, middle);
    }

    private List<Prefix> prefixes() {
        List<Prefix> read = new ArrayList<>();
        try {
            do {
                List<StoredEvent> events = readAll();
                if (!events.isEmpty()) {
                    read.add(Prefix.of(events));
                }
            } while (!written.await(3, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return read;
    }

    List<StoredEvent> readAll() {
        long head = reader.head().position();
        List<StoredEvent> events = new ArrayList<>();
        while (events.size() < head) {
            events.addAll(reader.after(events.size(), 2000));
        }
        return events;
    }

    @Override
    public void close() {
        end = 0;
        written.countDown();
        threads.shutdownNow();
    }
}
