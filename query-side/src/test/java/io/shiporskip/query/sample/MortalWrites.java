package io.shiporskip.query.sample;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.WriteModel;
import io.shiporskip.query.projecting.store.BulkWriter;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * The writes of a process that dies at one of them: before it, after it, or with part of a bulk done. From then on it
 * writes nothing, whatever its threads still try.
 */
public final class MortalWrites implements BulkWriter {

    /** What the engine writes: documents, progress, aliases, the records of rebuilds, the lease; and what it drops. */
    public static final List<String> KINDS = List.of(
            "GenerationStore.write", "ProgressStore", "ModelStates", "Rebuilds", "GenerationStore.drop", "Lease");

    private static final Set<String> WAYS = Set.of("MortalWrites", "Bulk", "VersionedStore", "BulkWriter");
    private static final String ENGINE = "io.shiporskip.query.projecting.";

    private final Random random;
    private final @Nullable String only;
    private int left;
    private volatile @Nullable String diedAt;

    private MortalWrites(long seed, @Nullable String only, int left) {
        this.random = new Random(seed);
        this.only = only;
        this.left = left;
    }

    /** Dies at its n-th write. */
    public static MortalWrites dyingAt(int n, long seed) {
        return new MortalWrites(seed, null, n);
    }

    /** Dies at its n-th write of one kind. */
    public static MortalWrites dyingAt(int n, String kind, long seed) {
        return new MortalWrites(seed, kind, n);
    }

    /** Lives. */
    public static MortalWrites never() {
        return dyingAt(0, 0);
    }

    @Override
    public BulkWriteResult write(MongoCollection<BsonDocument> collection, List<WriteModel<BsonDocument>> writes) {
        if (!isTheLast()) {
            return UNORDERED.write(collection, writes);
        }
        int done = random.nextInt(writes.size() + 1);
        if (done > 0) {
            UNORDERED.write(collection, writes.subList(0, done));
        }
        throw new Crashes.Crash();
    }

    @Override
    public <T> T alone(Supplier<T> write) {
        if (!isTheLast()) {
            return write.get();
        }
        if (random.nextBoolean()) {
            var _ = write.get();
        }
        throw new Crashes.Crash();
    }

    private synchronized boolean isTheLast() {
        if (diedAt != null) {
            throw new Crashes.Crash();
        }
        String kind = kind();
        if ((only != null && !only.equals(kind)) || --left != 0) {
            return false;
        }
        diedAt = kind;
        return true;
    }

    /** Which part of the engine writes, by whoever it is that called. */
    private static String kind() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().startsWith(ENGINE))
                        .filter(frame -> !WAYS.contains(simpleName(frame)))
                        .findFirst()
                        .map(frame -> simpleName(frame).equals("GenerationStore")
                                ? "GenerationStore." + frame.getMethodName()
                                : simpleName(frame))
                        .orElse("another"));
    }

    private static String simpleName(StackWalker.StackFrame frame) {
        return frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
    }

    public boolean isDead() {
        return diedAt != null;
    }

    /** What it was writing when it died; null while it lives. */
    public @Nullable String diedAt() {
        return diedAt;
    }
}
