package io.shiporskip.log.start;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.EventLogSchema;

/** Makes the log's indexes where they are missing, and refuses a log that must not be appended to. */
public final class StartCheck {

    private StartCheck() {}

    /**
     * To be called before the first append of a process.
     *
     * @throws UnsoundLogException when an index is another than it must be, or the last blocks are damaged
     * @throws com.mongodb.MongoException when the server does not answer
     */
    public static void run(MongoDatabase database) {
        IndexCheck indexes = new IndexCheck(database);
        indexes.refuseOthers();
        try {
            EventLogSchema.ensure(database);
        } catch (MongoCommandException e) {
            throw new UnsoundLogException("the log's indexes cannot be made: " + e.getErrorMessage());
        }
        indexes.requireAll();
        new EndCheck(database).run();
    }
}
