package io.shiporskip.log;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The one collection of the log and the indexes that keep it sound. */
public final class EventLogSchema {

    /** One document is one block; see the package {@code io.shiporskip.log.block}. */
    public static final String COLLECTION = "blocks";

    private EventLogSchema() {}

    /**
     * Makes the two unique indexes where they are missing. Without them two rivals could both enter the log, so nothing
     * may be appended before this has returned. A process that appends calls
     * {@link io.shiporskip.log.start.StartCheck} instead, which calls this and looks further.
     *
     * @throws com.mongodb.MongoException when the server cannot be reached, or an index of that name has other options
     */
    public static void ensure(MongoDatabase database) {
        IndexOptions unique = new IndexOptions().unique(true);
        // However long it takes: over a long log an index is not made within the time that other answers have.
        database.withTimeout(0, TimeUnit.MILLISECONDS)
                .getCollection(COLLECTION)
                .createIndexes(List.of(
                        new IndexModel(Indexes.ascending("events.aggregate", "events.sequence"), unique),
                        new IndexModel(Indexes.ascending("events.id"), unique)));
    }
}
