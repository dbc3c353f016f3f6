package io.shiporskip.log.faults;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.append.AppenderSettings;
import io.shiporskip.log.append.BlockAppender;
import io.shiporskip.log.read.LogReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A process that appends its share of commits, from where its journal ends, and is killed at any moment. It ends with 0
 * when it has sent all of them. What it is to do stands in its environment, for the server's address holds a secret.
 */
final class WriterProcess {

    static final String URI = "FAULTS_URI";
    static final String PORT = "FAULTS_PORT";
    static final String DATABASE = "FAULTS_DATABASE";
    static final String JOURNALS = "FAULTS_JOURNALS";
    static final String WRITER = "FAULTS_WRITER";
    static final String SEED = "FAULTS_SEED";
    static final String COMMITS = "FAULTS_COMMITS";

    /** Commands at once: enough for blocks of several commits. */
    private static final int COMMANDS = 48;

    private WriterProcess() {}

    public static void main(String[] arguments) throws Exception {
        int writer = Integer.parseInt(System.getenv(WRITER));
        int commits = Integer.parseInt(System.getenv(COMMITS));
        Path journals = Path.of(System.getenv(JOURNALS));
        Collection<Journal.Entry> before = Journal.of(journals, writer).values();
        Set<Integer> sent = before.stream().map(Journal.Entry::index).collect(Collectors.toSet());
        try (Journal journal = new Journal(journals, writer);
                MongoClient client = CuttingProxy.connect(
                        new ConnectionString(System.getenv(URI)), Integer.parseInt(System.getenv(PORT)))) {
            MongoDatabase database = client.getDatabase(System.getenv(DATABASE));
            AppenderSettings settings = AppenderSettings.DEFAULT.withPatience(Duration.ofSeconds(8));
            try (BlockAppender appender = untilAnswered(() -> new BlockAppender(database, new LogWakeUp(), settings))) {
                LogReader reader = new LogReader(database.withTimeout(1, TimeUnit.SECONDS));
                Commands commands =
                        new Commands(appender, reader, journal, writer, Long.parseLong(System.getenv(SEED)));
                commands.remember(before);
                work(commands, sent, commits);
            }
        }
    }

    private static void work(Commands commands, Set<Integer> sent, int commits) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(COMMANDS)) {
            for (int i = 0; i < COMMANDS; i++) {
                threads.execute(() -> {
                    for (int index = next.getAndIncrement(); index < commits; index = next.getAndIncrement()) {
                        if (!sent.contains(index)) {
                            commands.run(index);
                        }
                    }
                });
            }
        }
    }

    /** Tries again while the network loses the answer. */
    static <T> T untilAnswered(Supplier<T> call) {
        while (true) {
            try {
                return call.get();
            } catch (MongoException e) {
                Thread.onSpinWait();
            }
        }
    }
}
