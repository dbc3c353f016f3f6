package io.shiporskip.query.leaderboard.window;

import io.shiporskip.events.verdict.Counted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one ballot counts with all of its events, and with those that remain.
 *
 * @param slug of its tool
 * @param changedAt when it last changed
 * @param instead how it counts with the remaining events alone
 * @param insteadAt when it last changed among those; null without any
 */
public record BallotCorrection(
        String slug,
        Counted counted,
        Instant changedAt,
        Counted instead,
        @Nullable Instant insteadAt) {}
