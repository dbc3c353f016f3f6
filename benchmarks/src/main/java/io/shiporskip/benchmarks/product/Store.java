package io.shiporskip.benchmarks.product;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.shiporskip.mongo.embedded.EmbeddedMongo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where one product keeps its data, empty at first and gone at the end: an embedded server over a new folder, or a new
 * database on a server that runs already.
 */
public final class Store implements AutoCloseable {

    /** Scheme and hosts, the database if there is one, the options if there are any. */
    private static final Pattern URI = Pattern.compile("(mongodb(?:\\+srv)?://[^/?]+)(?:/([^?]*))?(\\?.*)?");

    private final Path folder;
    private final @Nullable EmbeddedMongo embedded;
    private final String uri;
    private final String database;

    private Store(Path folder, @Nullable EmbeddedMongo embedded, String server) {
        this.folder = folder;
        this.embedded = embedded;
        this.database = "bench-" + UUID.randomUUID();
        this.uri = withDatabase(server, database);
    }

    /**
     * Opens an empty one.
     *
     * @param server address of a server that runs, on which the user may make and drop databases; null for the embedded
     *     one
     */
    public static Store open(@Nullable String server) throws IOException {
        Path folder = Files.createTempDirectory("ship-or-skip-bench");
        if (server != null) {
            return new Store(folder, null, server);
        }
        EmbeddedMongo embedded = EmbeddedMongo.open(folder);
        return new Store(folder, embedded, embedded.connectionString());
    }

    private static String withDatabase(String server, String database) {
        var parts = URI.matcher(server);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no MongoDB address: it has to begin with mongodb:// and name a host");
        }
        return parts.group(1) + "/" + database + (parts.group(3) == null ? "" : parts.group(3));
    }

    /** With the database; for whoever may read and write everything. */
    String uri() {
        return uri;
    }

    /** For secrets and tokens. */
    Path folder() {
        return folder;
    }

    String database() {
        return database;
    }

    /** Whether it can tell which queries looked at every document. */
    public boolean tellsScans() {
        return embedded != null;
    }

    /** Queries that looked at every document of a collection; only the embedded server can tell, and the last 1,000. */
    public List<String> scans() {
        return embedded == null ? List.of() : embedded.scans();
    }

    @Override
    public void close() throws IOException {
        if (embedded != null) {
            embedded.close();
        } else {
            try (MongoClient client = MongoClients.create(uri)) {
                client.getDatabase(database).drop();
            }
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
