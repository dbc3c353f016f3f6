package io.shiporskip.query.leaderboard.whatif;

import io.shiporskip.query.community.Tally;
import io.shiporskip.query.leaderboard.ranking.SeatScore;
import io.shiporskip.query.leaderboard.ranking.Standing;
import io.shiporskip.query.leaderboard.window.BallotCorrection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is left when one day is taken out: of every ballot and every panel that anything happened to on it.
 *
 * @param events how many were taken out: those of ballots and of panels; the catalogue stays as it is
 * @param ballots that were folded again
 * @param takes by tool, of each panel that was folded again
 */
public record WithoutDay(long events, List<BallotCorrection> ballots, Map<String, List<SeatScore>> takes) {

    /** The standings as they would be. */
    public List<Standing> of(List<Standing> standings) {
        var change = new HashMap<String, Tally>();
        standings.forEach(tool -> change.put(tool.slug(), tool.tally()));
        for (BallotCorrection ballot : ballots) {
            change.computeIfPresent(
                    ballot.slug(),
                    (slug, tally) -> tally.plus(ballot.counted(), -1).plus(ballot.instead(), 1));
        }
        return standings.stream()
                .map(tool -> tool.with(change.getOrDefault(tool.slug(), Tally.NONE)))
                .map(tool -> withTakes(tool, takes.get(tool.slug())))
                .toList();
    }

    private static Standing withTakes(Standing tool, @Nullable List<SeatScore> now) {
        return now == null ? tool : tool.withTakes(now);
    }
}
