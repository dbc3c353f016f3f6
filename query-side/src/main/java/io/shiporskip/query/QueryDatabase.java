package io.shiporskip.query;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;

/** The query side's own connection, by a type of its own so that both sides can live in one process. */
public record QueryDatabase(MongoClient client, MongoDatabase database) implements AutoCloseable {

    @Override
    public void close() {
        client.close();
    }
}
