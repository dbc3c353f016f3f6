package io.shiporskip.query.operating;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** How fast positions move, from one look to the next: kept for half a minute, a few looks for each name. */
final class Throughput {

    private static final long KEPT = Duration.ofSeconds(30).toNanos();
    private static final long SPACING = Duration.ofSeconds(1).toNanos();

    private record Look(long position, long at) {}

    private final Map<String, Deque<Look>> looks = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    /** @param nanos a clock that only ever goes on, such as {@link System#nanoTime} */
    Throughput(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Events a second since the oldest look that is kept; empty until one is a second old. */
    Optional<Long> perSecond(String name, long position) {
        long now = nanos.getAsLong();
        Deque<Look> kept = looks.computeIfAbsent(name, _ -> new ArrayDeque<>());
        synchronized (kept) {
            // A rebuilt model starts anew; what was before says nothing of it.
            kept.removeIf(look -> now - look.at() > KEPT || look.position() > position);
            Look oldest = kept.peekFirst();
            if (oldest == null || now - kept.getLast().at() >= SPACING) {
                kept.addLast(new Look(position, now));
            }
            return oldest == null || now - oldest.at() < SPACING
                    ? Optional.empty()
                    : Optional.of((position - oldest.position())
                            * Duration.ofSeconds(1).toNanos()
                            / (now - oldest.at()));
        }
    }
}
