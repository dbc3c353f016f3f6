package io.shiporskip.benchmarks.append;

import io.shiporskip.benchmarks.load.Load;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAccumulator;

/**
 * Commits that took long, set beside what the server needed for one plain write at the same time: a commit cannot be
 * quicker than the disk. Safe for any number of threads.
 */
final class SlowCommits {

    /** A server that needs so long for one small write is not well. */
    private static final long UNWELL_NANOS = 50_000_000;

    private record Stretch(long from, long to) {

        boolean overlaps(Stretch other) {
            return from < other.to && other.from < to;
        }

        double millis() {
            return (to - from) / 1e6;
        }
    }

    private final long slowNanos;
    private final List<Stretch> slow = new ArrayList<>();
    private final List<Stretch> unwell = new ArrayList<>();

    /** Nanoseconds. Noted without a lock: it is nearly every commit, and clients must not queue up here. */
    private final LongAccumulator longestOfOthers = new LongAccumulator(Math::max, 0);

    SlowCommits(double slowMillis) {
        slowNanos = (long) (slowMillis * 1e6);
    }

    Load.Request watched(Load.Request request) {
        return () -> {
            long from = System.nanoTime();
            request.send();
            committed(from, System.nanoTime());
        };
    }

    private void committed(long from, long to) {
        if (to - from > slowNanos) {
            committedSlowly(new Stretch(from, to));
        } else {
            longestOfOthers.accumulate(to - from);
        }
    }

    private synchronized void committedSlowly(Stretch commit) {
        slow.add(commit);
    }

    /** A plain write was due and was answered. */
    synchronized void probed(long from, long to) {
        if (to - from > UNWELL_NANOS) {
            unwell.add(new Stretch(from, to));
        }
    }

    synchronized void forget() {
        slow.clear();
        unwell.clear();
        longestOfOthers.reset();
    }

    /** Milliseconds of the longest commit during which no plain write was slow. */
    synchronized double longest() {
        return slow.stream()
                .filter(this::whileWell)
                .mapToDouble(Stretch::millis)
                .max()
                .orElse(longestOfOthers.get() / 1e6);
    }

    private boolean whileWell(Stretch commit) {
        return unwell.stream().noneMatch(commit::overlaps);
    }

    synchronized void print(PrintStream out) {
        long well = slow.stream().filter(this::whileWell).count();
        out.printf(
                "Commits of four writers over %d ms: %d, of which %d while a plain write took over %d ms too; such plain "
                        + "writes: %d.%n",
                slowNanos / 1_000_000, slow.size(), slow.size() - well, UNWELL_NANOS / 1_000_000, unwell.size());
    }
}
