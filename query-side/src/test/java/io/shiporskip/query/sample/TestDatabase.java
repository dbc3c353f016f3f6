package io.shiporskip.query.sample;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.shiporskip.mongo.testing.TestMongo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server, and as many empty databases on it as are wanted; registered with a test class, it ends with that. */
public final class TestDatabase implements AutoCloseable, AfterAllCallback {

    private final Path folder;
    private final TestMongo server;
    private final MongoClient client;
    private final AtomicInteger databases = new AtomicInteger();

    public TestDatabase() {
        try {
            folder = Files.createTempDirectory("read-models");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server = TestMongo.in(folder);
        client = MongoClients.create(server.uri());
    }

    /** On the embedded server writes need not wait for the disk, as in a process that holds its server. */
    public MongoDatabase fresh() {
        MongoDatabase fresh = client.getDatabase(server.database(client).getName() + "-" + databases.incrementAndGet());
        return server.isEmbedded()
                ? fresh.withWriteConcern(WriteConcern.W1).withReadConcern(ReadConcern.LOCAL)
                : fresh.withWriteConcern(WriteConcern.MAJORITY).withReadConcern(ReadConcern.MAJORITY);
    }

    /** The one that {@link #connectionString} names, through a client of that address. */
    public MongoDatabase named(MongoClient through) {
        return server.database(through);
    }

    /** What the query side is to be told of its writes there. */
    public String readModelWrites() {
        return server.isEmbedded() ? "w1" : "majority";
    }

    public String connectionString() {
        return server.uri();
    }

    /** Queries that looked at every document of a collection. */
    public List<String> scans() {
        return server.scans();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        if (!server.isEmbedded()) {
            String name = server.database(client).getName();
            for (int number = databases.get(); number > 0; number--) {
                client.getDatabase(name + "-" + number).drop();
            }
        }
        client.close();
        server.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
