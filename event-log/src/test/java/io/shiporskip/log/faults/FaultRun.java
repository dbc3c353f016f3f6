package io.shiporskip.log.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.EventLogSchema;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.faults.Journal.Entry;
import io.shiporskip.log.faults.Journal.Told;
import io.shiporskip.log.verify.LogVerification;
import io.shiporskip.log.verify.VerificationReport;
import io.shiporskip.mongo.testing.ProxiedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Four writer processes on one log, over networks that cut, delay and swallow, one of them killed every second; then
 * every promise of the log is checked. The seed decides what is sent and what goes wrong; {@code -Dlog.faults.seed}
 * sets it. When things go wrong relative to each other is left to the machine.
 */
final class FaultRun {

    static final int COMMITS = 20_000;
    private static final int WRITERS = 4;

    private final String uri;
    private final Path journals;
    private final long seed = Long.getLong("log.faults.seed", System.nanoTime());
    private final Random random = new Random(seed);

    FaultRun(String uri, Path journals) {
        this.uri = ProxiedServer.primaryOf(uri);
        this.journals = journals;
    }

    void run() throws Exception {
        System.out.printf("faults: seed %d (-Dlog.faults.seed=%d)%n", seed, seed);
        long start = System.nanoTime();
        List<CuttingProxy> networks = new ArrayList<>();
        for (int i = 0; i <= WRITERS; i++) {
            networks.add(new CuttingProxy(uri, drawn(this::insertFate), drawn(this::readFate)));
        }
        CuttingProxy badNetwork = networks.getLast();
        try (MongoClient client = MongoClients.create(uri);
                MongoClient badly = badNetwork.connect()) {
            MongoDatabase database =
                    client.getDatabase("faults-" + UUID.randomUUID().toString().substring(0, 18));
            EventLogSchema.ensure(database);
            Writers.Start how = new Writers.Start(
                    uri, database.getName(), journals, seed, COMMITS / WRITERS, networks.subList(0, WRITERS));
            try (Watchers watchers = new Watchers(database, badly.getDatabase(database.getName()), COMMITS / 2);
                    Writers writers = new Writers(how)) {
                writers.killEverySecond(new Random(seed));
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> networks.stream().allMatch(CuttingProxy::nothingUnderWay));
                check(watchers, database, networks, writers.kills());
            } finally {
                database.drop();
            }
        } finally {
            networks.forEach(CuttingProxy::close);
        }
        System.out.printf("every promise held; %.0f s in all%n", (System.nanoTime() - start) / 1e9);
    }

    private void check(Watchers watchers, MongoDatabase database, List<CuttingProxy> networks, int kills) {
        List<StoredEvent> log = watchers.readAll();
        Map<String, Entry> sent = new HashMap<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            sent.putAll(Journal.of(journals, writer));
        }
        Promises promises = new Promises(log);
        System.out.printf(
                "sent %,d commits: %s; %d kills, fates of requests %s%n",
                sent.size(), counts(promises, sent), kills, fates(networks));

        promises.checkPositions();
        promises.checkEveryCommit(sent);
        watchers.seenUpTo(log.size()).forEach(promises::checkSeen);
        List<Prefix> prefixes = watchers.prefixesRead();
        prefixes.forEach(promises::checkPrefix);
        VerificationReport report = new LogVerification(database).run((done, total) -> {});
        assertThat(report.faults()).isEmpty();
        System.out.printf(
                "%,d events in %,d blocks, %d prefixes read meanwhile%n", log.size(), report.blocks(), prefixes.size());

        // And all of it was tried.
        assertThat(sent).hasSize(COMMITS);
        assertThat(kills).isPositive();
        assertThat(prefixes).hasSizeGreaterThan(1);
        assertThat(sent.values()).extracting(Entry::told).contains(Told.DONE, Told.REFUSED);
        assertThat(fates(networks)).containsOnlyKeys(Fate.values());
    }

    private static String counts(Promises promises, Map<String, Entry> sent) {
        return Arrays.stream(Told.values())
                .map(told -> promises.count(sent.values(), told))
                .collect(Collectors.joining("; "));
    }

    private static Map<Fate, Integer> fates(List<CuttingProxy> networks) {
        return EnumSet.allOf(Fate.class).stream()
                .filter(fate -> networks.stream().anyMatch(network -> network.count(fate) > 0))
                .collect(Collectors.toMap(
                        fate -> fate,
                        fate -> networks.stream()
                                .mapToInt(network -> network.count(fate))
                                .sum()));
    }

    private Supplier<Fate> drawn(IntFunction<Fate> fates) {
        return () -> {
            synchronized (random) {
                return fates.apply(random.nextInt(1000));
            }
        };
    }

    /** One in twelve goes wrong. A swallowed answer costs its writer ten seconds, or its life. */
    private Fate insertFate(int drawn) {
        return drawn < 4 ? Fate.ANSWER_SWALLOWED : cut(drawn - 4, 20);
    }

    private Fate readFate(int drawn) {
        return cut(drawn, 4);
    }

    private static Fate cut(int drawn, int ofEach) {
        return switch (drawn / ofEach) {
            case 0 -> Fate.ANSWER_LOST;
            case 1 -> Fate.ANSWER_LATE;
            case 2 -> Fate.REQUEST_LOST;
            case 3 -> Fate.REQUEST_LATE;
            default -> Fate.PASSES;
        };
    }
}
