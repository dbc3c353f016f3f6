package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.TestServer;
import io.shiporskip.log.append.Writer.Note;
import io.shiporskip.log.append.Writer.Told;
import io.shiporskip.log.faults.CuttingProxy;
import io.shiporskip.log.faults.Fate;
import io.shiporskip.log.read.LogFollower;
import io.shiporskip.log.read.LogReader;
import io.shiporskip.log.verify.LogVerification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several appenders on one log, over networks that lose requests and answers: the promises of the log, all of them. */
class SeveralWritersTest {

    private static final int APPENDERS = 3;
    private static final int THREADS = 4;
    private static final int COMMITS = 40;

    private final MongoDatabase database = TestServer.newDatabase();
    private final LogReader reader = new LogReader(database);
    private final Map<String, Note> notes = Writer.newNotes();

    @Test
    void onAGoodNetworkEveryCommitIsDoneOrRefused() throws Exception {
        run(1, Duration.ofSeconds(30), () -> Fate.PASSES);

        checkPromises();
        assertThat(notes.values()).extracting(Note::told).containsOnly(Told.DONE, Told.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void lostAnswersLostRequestsAndLateRequestsChangeNothing(long seed) throws Exception {
        Random random = new Random(seed);
        List<CuttingProxy> proxies = run(seed, Duration.ofSeconds(30), () -> fate(random));

        checkPromises();
        assertThat(notes.values()).extracting(Note::told).containsOnly(Told.DONE, Told.REFUSED);
        for (Fate fate : List.of(Fate.PASSES, Fate.ANSWER_LOST, Fate.REQUEST_LOST, Fate.REQUEST_LATE)) {
            assertThat(proxies.stream().mapToInt(proxy -> proxy.count(fate)).sum())
                    .describedAs("%s", fate)
                    .isPositive();
        }
    }

    @Test
    void whoDoesNotWaitIsToldThatTheOutcomeIsUnknownAndMayFindItDone() throws Exception {
        Random random = new Random(4);
        run(4, Duration.ofMillis(20), () -> fate(random));

        checkPromises();
        assertThat(notes.values()).extracting(Note::told).contains(Told.UNKNOWN);
    }

    private static Fate fate(Random random) {
        synchronized (random) {
            return switch (random.nextInt(16)) {
                case 0 -> Fate.ANSWER_LOST;
                case 1 -> Fate.REQUEST_LOST;
                case 2 -> Fate.REQUEST_LATE;
                default -> Fate.PASSES;
            };
        }
    }

    private List<CuttingProxy> run(long seed, Duration patience, Supplier<Fate> fates) throws Exception {
        List<CuttingProxy> proxies = new ArrayList<>();
        List<CompletableFuture<Void>> appenders = new ArrayList<>();
        List<CompletableFuture<List<StoredEvent>>> followers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < APPENDERS; i++) {
                CuttingProxy proxy = new CuttingProxy(TestServer.uri(), fates);
                proxies.add(proxy);
                int number = i;
                appenders.add(
                        CompletableFuture.runAsync(() -> append(proxy, number, seed, patience, threads), threads));
            }
            CompletableFuture<Void> all = CompletableFuture.allOf(appenders.toArray(CompletableFuture[]::new));
            for (int i = 0; i < 2; i++) {
                followers.add(CompletableFuture.supplyAsync(() -> follow(all), threads));
            }
            all.join();
            for (CompletableFuture<List<StoredEvent>> follower : followers) {
                assertThat(follower.join()).isEqualTo(reader.after(0, 1_000_000));
            }
        }
        return proxies;
    }

    private void append(CuttingProxy proxy, int number, long seed, Duration patience, ExecutorService threads) {
        AppenderSettings settings = AppenderSettings.DEFAULT.withPatience(patience);
        try (proxy;
                MongoClient client = proxy.connect()) {
            MongoDatabase viaProxy = client.getDatabase(database.getName());
            try (BlockAppender appender = new BlockAppender(viaProxy, new LogWakeUp(), settings)) {
                List<CompletableFuture<Void>> writers = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    String name = "writer-" + number + "-" + thread;
                    Writer writer = new Writer(appender, name, seed + thread, COMMITS, notes);
                    writers.add(CompletableFuture.runAsync(writer, threads));
                }
                CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new))
                        .join();
            }
            await().until(proxy::nothingUnderWay);
        }
    }

    /** Follows from the start until the writers are done and the log has been read to its end. */
    private List<StoredEvent> follow(CompletableFuture<Void> written) {
        List<StoredEvent> seen = new ArrayList<>();
        try (LogFollower follower = new LogFollower(reader, new LogWakeUp(), 0)) {
            while (!written.isDone() || follower.position() < reader.head().position()) {
                seen.addAll(follower.next(50, Duration.ofMillis(20)));
            }
            return seen;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void checkPromises() {
        List<StoredEvent> log = reader.after(0, 1_000_000);
        assertThat(log)
                .extracting(StoredEvent::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, log.size()).boxed().toList());
        assertThat(new LogVerification(database).run((done, total) -> {}).faults())
                .isEmpty();

        Map<String, List<StoredEvent>> byCommit = log.stream().collect(Collectors.groupingBy(StoredEvent::commit));
        assertThat(notes.keySet()).containsAll(byCommit.keySet());
        notes.values()
                .forEach(note ->
                        checkPromise(note, byCommit.getOrDefault(note.commit().id(), List.of())));
        assertThat(TestServer.scans(database)).isEmpty();
    }

    private static void checkPromise(Note note, List<StoredEvent> standing) {
        if (!standing.isEmpty()) {
            assertThat(standing)
                    .extracting(StoredEvent::id)
                    .containsExactlyElementsOf(
                            note.commit().events().stream().map(NewEvent::id).toList());
            assertThat(standing).isSortedAccordingTo(Comparator.comparingLong(StoredEvent::position));
            assertThat(standing.getLast().position() - standing.getFirst().position())
                    .isEqualTo(standing.size() - 1L);
        }
        switch (note.told()) {
            case DONE ->
                assertThat(standing)
                        .isNotEmpty()
                        .last()
                        .extracting(StoredEvent::position)
                        .isEqualTo(note.position());
            case REFUSED -> {
                assertThat(note.contended()).isTrue();
                assertThat(standing).isEmpty();
            }
            case BUSY -> assertThat(standing).isEmpty();
            case UNKNOWN ->
                assertThat(standing.size()).isIn(0, note.commit().events().size());
        }
    }
}
