package io.shiporskip.standalone.backup;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.shiporskip.edge.secrets.Secrets;
import io.shiporskip.edge.secrets.Tokens;
import io.shiporskip.log.LogHead;
import io.shiporskip.log.read.LogReader;
import io.shiporskip.mongo.embedded.BackupProgress;
import io.shiporskip.mongo.embedded.EmbeddedMongo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One copy of a site: the keys and tokens first, so that a copy with data in it is never one without its keys. */
final class SiteCopy {

    private static final String DATABASE = "ship-or-skip";
    static final List<String> KEYS = List.of(Secrets.FILE, Tokens.FILE);

    private final Path data;
    private final EmbeddedMongo mongo;

    SiteCopy(Path data, EmbeddedMongo mongo) {
        this.data = data;
        this.mongo = mongo;
    }

    /**
     * Copies into a folder that is not there yet or empty, and opens the copy to read how far its log goes.
     *
     * @return the last position of the copied log, and the chain hash there
     * @throws IOException when something is there, which stays, or it cannot be written; what had been written is gone
     *     again
     */
    LogHead into(Path target, BackupProgress progress) throws IOException {
        if (!OwnFolder.isFree(target)) {
            throw new IOException(target + " is there and not an empty folder");
        }
        OwnFolder.create(target);
        boolean done = false;
        try {
            for (String key : KEYS) {
                if (Files.exists(data.resolve(key))) {
                    OwnFolder.copyFile(data.resolve(key), target.resolve(key));
                }
            }
            mongo.backUp(target, progress);
            LogHead head = head(target);
            done = true;
            return head;
        } finally {
            if (!done) {
                OwnFolder.delete(target);
            }
        }
    }

    private static LogHead head(Path copy) {
        try (EmbeddedMongo opened = EmbeddedMongo.open(copy);
                MongoClient client = MongoClients.create(opened.connectionString())) {
            return new LogReader(client.getDatabase(DATABASE)).head();
        }
    }
}
