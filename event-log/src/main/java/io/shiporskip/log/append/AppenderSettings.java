package io.shiporskip.log.append;

import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of an appender.
 *
 * @param queuedCommits how many commits may wait to be sent
 * @param queuedBytes how many bytes they may have together; at least {@link Commit#MAX_BYTES}
 * @param patience how long a command waits for its outcome, and a shutdown for the last blocks
 * @param answer silent for so long the server has not answered a request; a dead connection would be silent for minutes
 * @param ahead how far an event's time may be ahead of the clock; null for imports, which bring their own times
 * @param clock the server's
 * @param turns whether it takes turns with other writers that it meets; without, they race for every slot
 */
public record AppenderSettings(
        int queuedCommits,
        int queuedBytes,
        Duration patience,
        Duration answer,
        @Nullable Duration ahead,
        InstantSource clock,
        boolean turns) {

    /** 4,096 commits, 64 MB, 5 s, 10 s, one minute. */
    public static final AppenderSettings DEFAULT = new AppenderSettings(
            4096,
            64_000_000,
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            InstantSource.system(),
            true);

    public AppenderSettings {
        if (queuedCommits < 1 || queuedBytes < Commit.MAX_BYTES) {
            throw new IllegalArgumentException("the queue must hold at least the largest commit");
        }
    }

    public AppenderSettings withPatience(Duration changed) {
        return new AppenderSettings(queuedCommits, queuedBytes, changed, answer, ahead, clock, turns);
    }

    public AppenderSettings withAnswer(Duration changed) {
        return new AppenderSettings(queuedCommits, queuedBytes, patience, changed, ahead, clock, turns);
    }

    public AppenderSettings withQueuedCommits(int changed) {
        return new AppenderSettings(changed, queuedBytes, patience, answer, ahead, clock, turns);
    }

    /** For imports, and suites that bring their own times. */
    public AppenderSettings withAnyTime() {
        return new AppenderSettings(queuedCommits, queuedBytes, patience, answer, null, clock, turns);
    }

    /** For measuring what turns are worth. */
    public AppenderSettings withoutTurns() {
        return new AppenderSettings(queuedCommits, queuedBytes, patience, answer, ahead, clock, false);
    }
}
