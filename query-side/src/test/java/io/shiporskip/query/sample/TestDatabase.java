package io.shiporskip.query.sample;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.shiporskip.mongo.embedded.EmbeddedMongo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** An embedded server of its own, and as many empty databases on it as are wanted. */
public final class TestDatabase implements AutoCloseable {

    private final Path folder;
    private final EmbeddedMongo server;
    private final MongoClient client;
    private final AtomicInteger databases = new AtomicInteger();

    public TestDatabase() {
        try {
            folder = Files.createTempDirectory("read-models");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server = EmbeddedMongo.open(folder);
        client = MongoClients.create(server.connectionString());
    }

    /** Writes of read models need not wait for the disk here, as in a process that holds its server. */
    public MongoDatabase fresh() {
        return client.getDatabase("test-" + databases.incrementAndGet())
                .withWriteConcern(WriteConcern.W1)
                .withReadConcern(ReadConcern.LOCAL);
    }

    public String connectionString() {
        return server.connectionString();
    }

    /** Queries that looked at every document of a collection. */
    public List<String> scans() {
        return server.scans();
    }

    @Override
    public void close() {
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
