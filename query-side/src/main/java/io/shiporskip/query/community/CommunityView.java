package io.shiporskip.query.community;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shiporskip.events.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The community's word on one tool.
 *
 * @param ships ballots that count for ship
 * @param skips ballots that count for skip
 * @param shipPercent ships among them, 0..100; absent without votes
 * @param lowerBound lower end of the 95% Wilson score interval of the ship share, 0..100; absent without votes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CommunityView(
        Verdict verdict,
        long ships,
        long skips,
        @Nullable Double shipPercent,
        @Nullable Double lowerBound) {

    public static CommunityView of(Tally tally) {
        long votes = tally.ships() + tally.skips();
        return new CommunityView(
                Verdict.of(tally.ships(), tally.skips()),
                tally.ships(),
                tally.skips(),
                votes == 0 ? null : 100.0 * tally.ships() / votes,
                votes == 0 ? null : WilsonBound.of(tally.ships(), tally.skips()));
    }

    public long votes() {
        return ships + skips;
    }
}
