package io.shiporskip.query.sample;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.WriteModel;
import io.shiporskip.query.projecting.store.BulkWriter;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.bson.BsonDocument;

/** A process that now and then dies between any two of its writes, or after the last but before it learns of it. */
public final class Crashes implements BulkWriter {

    /** The process is gone: whatever it held in memory is lost. */
    public static final class Crash extends RuntimeException {
        Crash() {
            super("killed");
        }
    }

    private final Random random;
    private final AtomicInteger count = new AtomicInteger();

    public Crashes(long seed) {
        random = new Random(seed);
    }

    @Override
    public BulkWriteResult write(MongoCollection<BsonDocument> collection, List<WriteModel<BsonDocument>> writes) {
        if (random.nextInt(3) > 0) {
            return UNORDERED.write(collection, writes);
        }
        int done = random.nextInt(writes.size() + 1);
        if (done > 0) {
            UNORDERED.write(collection, writes.subList(0, done));
        }
        throw died();
    }

    @Override
    public <T> T alone(Supplier<T> write) {
        boolean dies = random.nextInt(40) == 0; // a start alone writes some twenty of these
        if (dies && random.nextBoolean()) {
            throw died();
        }
        T result = write.get();
        if (dies) {
            throw died();
        }
        return result;
    }

    private Crash died() {
        count.incrementAndGet();
        return new Crash();
    }

    /** How often it died. */
    public int count() {
        return count.get();
    }
}
