package io.shiporskip.query.operating;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the database said when it was last asked, for a moment: so that many meters cost one look. */
final class Looked<T> {

    private static final long KEPT = Duration.ofMillis(500).toNanos();

    private final Supplier<T> look;
    private final LongSupplier nanos;
    private @Nullable T found;
    private long at;

    /** @param nanos a clock that only ever goes on, such as {@link System#nanoTime} */
    Looked(Supplier<T> look, LongSupplier nanos) {
        this.look = look;
        this.nanos = nanos;
        this.at = nanos.getAsLong() - KEPT;
    }

    /** Empty while the database does not answer. */
    synchronized Optional<T> now() {
        long now = nanos.getAsLong();
        if (now - at >= KEPT) {
            at = now;
            found = looked();
        }
        return Optional.ofNullable(found);
    }

    private @Nullable T looked() {
        try {
            return look.get();
        } catch (MongoException unreachable) {
            return null;
        }
    }
}
