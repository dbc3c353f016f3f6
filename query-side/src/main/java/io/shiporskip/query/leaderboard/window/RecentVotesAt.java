package io.shiporskip.query.leaderboard.window;

import io.shiporskip.query.community.Tally;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every tool's recent votes at one position.
 *
 * @param at the position's time: where windows end, and ages are counted back from
 * @param tools by slug; a tool that nobody ever voted on is absent
 */
public record RecentVotesAt(Instant at, Map<String, RecentVotes> tools) {

    /** The votes on a tool that were last changed in a window, which is not all time. */
    public Tally in(Window window, String slug) {
        return of(slug).in(window);
    }

    /** A tool's fresh ships less its fresh skips; null when none of its votes is fresh. */
    public @Nullable Double trending(String slug, Decay decay) {
        return decay.sum(of(slug).hours(), Hours.of(at));
    }

    /** With some ballots that count otherwise: a correction of the past, at the same position. */
    public RecentVotesAt corrected(Collection<BallotCorrection> ballots) {
        long hour = Hours.of(at);
        var now = new HashMap<>(tools);
        for (BallotCorrection ballot : ballots) {
            var move = new BallotMove(
                    hour,
                    BallotMove.change(ballot.changedAt(), ballot.counted()),
                    BallotMove.change(ballot.insteadAt(), ballot.instead()));
            now.put(
                    ballot.slug(),
                    now.getOrDefault(ballot.slug(), RecentVotes.none(hour))
                            .at(hour)
                            .with(move));
        }
        return new RecentVotesAt(at, now);
    }

    private RecentVotes of(String slug) {
        long hour = Hours.of(at);
        return tools.getOrDefault(slug, RecentVotes.none(hour)).at(hour);
    }
}
