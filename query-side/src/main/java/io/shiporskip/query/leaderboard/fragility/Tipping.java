package io.shiporskip.query.leaderboard.fragility;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.shiporskip.events.panel.Seat;
import io.shiporskip.events.verdict.Choice;
import org.jspecify.annotations.Nullable;

/**
 * The smallest change of its kind after which something differs.
 *
 * @param tool slug of the tool it happens to; absent when no such change is small enough to be found
 * @param choice of the new ballots, or that seats change over to; absent for a score
 * @param ballots how many new ballots, 1..1,000
 * @param moreThan for ballots alone: no number up to this one is enough
 * @param seat whose score changes
 * @param change of that seat's score, -100..100, not 0
 * @param seats how many seats would have to change over to {@code choice}, or give a take of it where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Tipping(
        Kind kind,
        @Nullable String tool,
        @Nullable Choice choice,
        @Nullable Long ballots,
        @Nullable Integer moreThan,
        @Nullable Seat seat,
        @Nullable Integer change,
        @Nullable Integer seats) {

    /** What changes. */
    public enum Kind {
        /** New ballots of one choice on one tool. */
        @JsonProperty("ballots")
        BALLOTS,
        /** One seat's score of one tool. */
        @JsonProperty("score")
        SCORE,
        /** The verdicts of seats on this tool. */
        @JsonProperty("seats")
        SEATS
    }

    static Tipping ballots(String tool, Choice choice, long ballots) {
        return new Tipping(Kind.BALLOTS, tool, choice, ballots, null, null, null, null);
    }

    static Tipping moreBallotsThan(int most) {
        return new Tipping(Kind.BALLOTS, null, null, null, most, null, null, null);
    }

    static Tipping score(String tool, Seat seat, int change) {
        return new Tipping(Kind.SCORE, tool, null, null, null, seat, change, null);
    }

    static Tipping seats(String tool, Choice choice, int seats) {
        return new Tipping(Kind.SEATS, tool, choice, null, null, null, null, seats);
    }
}
