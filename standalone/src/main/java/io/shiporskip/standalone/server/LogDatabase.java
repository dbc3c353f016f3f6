package io.shiporskip.standalone.server;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.shiporskip.mongo.embedded.EmbeddedMongo;
import io.shiporskip.standalone.run.StandaloneSettings;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The database of the log without a server of the product over it: the one of a data folder, or of {@code MONGODB_URI}. */
public final class LogDatabase implements AutoCloseable {

    private static final String DATABASE = "ship-or-skip";

    private final @Nullable EmbeddedMongo embedded;
    private final MongoClient client;
    private final MongoDatabase database;

    private LogDatabase(@Nullable EmbeddedMongo embedded, String uri) {
        this.embedded = embedded;
        this.client = MongoClients.create(uri);
        String named = new ConnectionString(uri).getDatabase();
        this.database = client.getDatabase(named == null ? DATABASE : named);
    }

    /**
     * Opens it, and with it the data folder, which is made where it is missing.
     *
     * @throws io.shiporskip.mongo.embedded.DataFolderException when the folder is in use or cannot be opened
     */
    public static LogDatabase open(Path data) {
        Optional<String> external = StandaloneSettings.externalMongodb();
        if (external.isPresent()) {
            return new LogDatabase(null, external.get());
        }
        EmbeddedMongo embedded = EmbeddedMongo.open(data);
        return new LogDatabase(embedded, embedded.connectionString());
    }

    public MongoDatabase database() {
        return database;
    }

    @Override
    public void close() {
        client.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
