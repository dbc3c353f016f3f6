package io.shiporskip.benchmarks.product;

import static java.util.Objects.requireNonNull;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.shiporskip.benchmarks.process.AtExit;
import io.shiporskip.mongo.embedded.EmbeddedMongo;
import io.shiporskip.mongo.testing.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where one product keeps its data, empty at first and gone at the end: an embedded server over a new folder, or a new
 * database on a server that runs already.
 */
public final class Store implements AutoCloseable {

    private final Path folder;
    private final @Nullable EmbeddedMongo embedded;
    private final String uri;
    private final String database;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** A run that is broken off leaves nothing behind either. */
    private final AtExit atExit = new AtExit("bench-store-exit", this::closeAtExit);

    private Store(Path folder, @Nullable EmbeddedMongo embedded, String uri, String database) {
        this.folder = folder;
        this.embedded = embedded;
        this.uri = uri;
        this.database = database;
    }

    /**
     * Opens an empty one where {@code MONGODB_URI} says, on which the user may make and drop databases; else on the embedded
     * server.
     *
     * @throws IllegalArgumentException when it is no MongoDB address
     */
    public static Store open() throws IOException {
        String database = "bench-" + UUID.randomUUID();
        String named = named(database);
        Path folder = Files.createTempDirectory("ship-or-skip-bench");
        EmbeddedMongo embedded = named == null ? EmbeddedMongo.open(folder) : null;
        String uri =
                embedded == null ? requireNonNull(named) : DatabaseAddress.of(embedded.connectionString(), database);
        Store store = new Store(folder, embedded, uri, database);
        store.atExit.expect();
        return store;
    }

    private static @Nullable String named(String database) {
        try {
            return DatabaseAddress.named()
                    .map(server -> DatabaseAddress.of(server, database))
                    .orElse(null);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("MONGODB_URI is " + e.getMessage(), e);
        }
    }

    /** Whether {@code MONGODB_URI} names a server. */
    public static boolean atAnotherServer() {
        return DatabaseAddress.named().isPresent();
    }

    /** With the database; for whoever may read and write everything. */
    public String uri() {
        return uri;
    }

    /** For secrets and tokens, and the embedded server's files. */
    public Path folder() {
        return folder;
    }

    public String database() {
        return database;
    }

    /** Whether it is the embedded server. */
    public boolean isEmbedded() {
        return embedded != null;
    }

    /** What a write of a read model waits for, as the product has it on such a server. */
    public WriteConcern readModelWrites() {
        return isEmbedded() ? WriteConcern.W1 : WriteConcern.MAJORITY;
    }

    /** A client for so many threads at once; whoever asks closes it. */
    public MongoClient client(int threads) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(threads))
                .build());
    }

    /** Whether it can tell which queries looked at every document. */
    public boolean tellsScans() {
        return embedded != null;
    }

    /** Queries that looked at every document of a collection; only the embedded server can tell, and the last 1,000. */
    public List<String> scans() {
        return embedded == null ? List.of() : embedded.scans();
    }

    /** Bytes of the embedded server's files. */
    public OptionalLong fileBytes() throws IOException {
        return embedded == null ? OptionalLong.empty() : OptionalLong.of(bytesIn(folder));
    }

    /** Bytes of a copy of all that lives on the embedded server: made entry by entry, it holds nothing else. */
    public OptionalLong liveBytes() throws IOException {
        if (embedded == null) {
            return OptionalLong.empty();
        }
        Path copy = Files.createTempDirectory("ship-or-skip-bench-copy");
        try {
            embedded.backUp(copy, (_, _) -> {});
            return OptionalLong.of(bytesIn(copy));
        } finally {
            delete(copy);
        }
    }

    private static long bytesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".mv.db"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void closeAtExit() {
        try {
            close();
        } catch (IOException | RuntimeException e) {
            System.err.println(folder + " or database " + database + " is left behind: " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            if (embedded != null) {
                embedded.close();
            } else {
                try (MongoClient client = MongoClients.create(uri)) {
                    client.getDatabase(database).drop();
                }
            }
            delete(folder);
        } finally {
            atExit.forget();
        }
    }
}
