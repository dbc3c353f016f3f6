package io.shiporskip.log;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.shiporskip.mongo.embedded.EmbeddedMongo;
import io.shiporskip.mongo.testing.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The server that the tests of the log run on: the one that {@code MONGODB_URI} names, else the embedded one, started
 * once. Each test has a database of its own.
 */
public final class TestServer {

    private static final Path FOLDER = temporaryFolder();
    private static final Optional<String> NAMED = DatabaseAddress.named();
    private static final @Nullable EmbeddedMongo EMBEDDED = NAMED.isPresent() ? null : EmbeddedMongo.open(FOLDER);
    private static final MongoClient CLIENT = connect(uri());

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(TestServer::stop));
    }

    private TestServer() {}

    /** A database that nobody else uses, with the log's indexes. */
    public static MongoDatabase newDatabase() {
        return inNewDatabase(CLIENT);
    }

    /** The same, through another client. */
    public static MongoDatabase inNewDatabase(MongoClient client) {
        MongoDatabase database =
                client.getDatabase("log-" + UUID.randomUUID().toString().substring(0, 18));
        EventLogSchema.ensure(CLIENT.getDatabase(database.getName()));
        return database;
    }

    /** The same database as another client's, through the common one. */
    public static MongoDatabase directly(MongoDatabase database) {
        return CLIENT.getDatabase(database.getName());
    }

    public static MongoClient connect(String uri) {
        return MongoClients.create(uri);
    }

    public static String uri() {
        return EMBEDDED == null ? NAMED.orElseThrow() : EMBEDDED.connectionString();
    }

    /** Queries so far that had to look at every document of a collection; only the embedded server can tell. */
    public static List<String> scans(MongoDatabase database) {
        return EMBEDDED == null
                ? List.of()
                : EMBEDDED.scans().stream()
                        .filter(scan -> scan.contains(database.getName()))
                        .toList();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("event-log-tests");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop() {
        if (EMBEDDED == null) {
            CLIENT.listDatabaseNames().forEach(name -> {
                if (name.startsWith("log-")) {
                    CLIENT.getDatabase(name).drop();
                }
            });
        }
        CLIENT.close();
        if (EMBEDDED != null) {
            EMBEDDED.close();
        }
        try (var files = Files.walk(FOLDER)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
