package io.shiporskip.mongo.testing;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.shiporskip.mongo.embedded.EmbeddedMongo;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A server and one database on it that belong to a folder: opened again for the same folder, it holds what it held. On a
 * named server the database goes when the tests' process ends.
 */
public final class TestMongo implements AutoCloseable {

    private static final Set<String> TO_DROP = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(TestMongo::dropAll, "drop-test-databases"));
    }

    private final @Nullable EmbeddedMongo embedded;
    private final String uri;
    private final String name;

    private TestMongo(@Nullable EmbeddedMongo embedded, String server, String name) {
        this.embedded = embedded;
        this.uri = DatabaseAddress.of(server, name);
        this.name = name;
    }

    /** @param folder where the embedded server keeps its data, if it is the one */
    public static TestMongo in(Path folder) {
        Optional<String> named = DatabaseAddress.named();
        if (named.isPresent()) {
            return new TestMongo(null, named.get(), nameFor(folder));
        }
        EmbeddedMongo embedded = EmbeddedMongo.open(folder);
        return new TestMongo(embedded, embedded.connectionString(), "ship-or-skip");
    }

    /** What a process that keeps its data in a folder is to find in its environment, to use what {@link #in} opens. */
    public static Map<String, String> environment(Path folder) {
        return DatabaseAddress.named()
                .map(named -> Map.of(DatabaseAddress.VARIABLE, DatabaseAddress.of(named, nameFor(folder))))
                .orElse(Map.of());
    }

    /** With the database; for whoever may read and write everything. */
    public String uri() {
        return uri;
    }

    /** The database, through a client of this address. */
    public MongoDatabase database(MongoClient client) {
        return client.getDatabase(name);
    }

    public boolean isEmbedded() {
        return embedded != null;
    }

    /** Queries so far that looked at every document of a collection; none where the server cannot tell. */
    public List<String> scans() {
        return embedded == null ? List.of() : embedded.scans();
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }

    private static String nameFor(Path folder) {
        byte[] path = folder.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8);
        String name = "test-" + UUID.nameUUIDFromBytes(path);
        TO_DROP.add(name);
        return name;
    }

    private static void dropAll() {
        if (!TO_DROP.isEmpty()) {
            try (MongoClient client =
                    MongoClients.create(DatabaseAddress.named().orElseThrow())) {
                TO_DROP.forEach(name -> client.getDatabase(name).drop());
            }
        }
    }
}
