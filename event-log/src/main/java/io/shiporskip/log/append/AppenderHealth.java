package io.shiporskip.log.append;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What keeps commits from being taken, or from being answered, in words for an operator. Safe for any number of threads. */
final class AppenderHealth {

    private static final Logger LOG = LoggerFactory.getLogger(AppenderHealth.class);

    /** A block without an answer for so long is worth a word. */
    private static final Duration SILENCE = Duration.ofSeconds(2);

    private final LongSupplier clock;
    private volatile @Nullable String ended;
    private volatile @Nullable String refusal;
    private volatile @Nullable Doubt doubt;

    /** What is not known, since when, and what was answered last. */
    private record Doubt(String unknown, long since, String reason, boolean told) {}

    AppenderHealth() {
        this(System::nanoTime);
    }

    /** @param clock in nanoseconds, from anywhere */
    AppenderHealth(LongSupplier clock) {
        this.clock = clock;
    }

    /** Why a commit need not be handed over: it would not be sent. */
    Optional<String> takesNone() {
        String end = ended;
        return Optional.ofNullable(end == null ? refusal : end);
    }

    /** Why not all is well; empty when it is. */
    Optional<String> trouble() {
        return takesNone().or(this::silence);
    }

    private Optional<String> silence() {
        Doubt now = doubt;
        return now == null || lasting(now).compareTo(SILENCE) < 0
                ? Optional.empty()
                : Optional.of(now.unknown() + " is not known for "
                        + lasting(now).toSeconds() + " s, the server is asked again and again: " + now.reason());
    }

    /** For good; the first reason stays. */
    void end(String reason) {
        if (ended == null) {
            ended = reason;
        }
    }

    /** The server takes no block at all, whatever is in it. */
    void refuses(String reason) {
        if (refusal == null) {
            LOG.error("The log takes no commits until its server does again: {}", reason);
        }
        refusal = "the log's server takes no blocks: " + reason;
    }

    void takesAgain() {
        refusal = null;
        LOG.info("The log's server takes blocks again, and the log takes commits");
    }

    boolean isRefused() {
        return refusal != null;
    }

    void unanswered(long position, String reason) {
        doubt("the outcome of the block at position " + position, reason);
    }

    /** Where the log ends cannot be read, so no block can be numbered. */
    void endUnread(String reason) {
        doubt("where the log ends", reason);
    }

    private void doubt(String unknown, String reason) {
        Doubt before = doubt;
        Doubt now = before == null
                ? new Doubt(unknown, clock.getAsLong(), reason, false)
                : new Doubt(unknown, before.since(), reason, before.told());
        if (!now.told() && lasting(now).compareTo(SILENCE) >= 0) {
            LOG.warn("Not known for 2 s: {}; the server is asked again until it is: {}", unknown, reason);
            now = new Doubt(unknown, now.since(), reason, true);
        }
        doubt = now;
    }

    void answered() {
        Doubt before = doubt;
        if (before != null) {
            doubt = null;
            if (before.told()) {
                LOG.info("Known after {} s: {}", lasting(before).toSeconds(), before.unknown());
            }
        }
    }

    private Duration lasting(Doubt now) {
        return Duration.ofNanos(clock.getAsLong() - now.since());
    }
}
