package io.shiporskip.query.leaderboard.fragility;

import io.shiporskip.events.verdict.Choice;
import io.shiporskip.query.leaderboard.ranking.BoardKey;
import io.shiporskip.query.leaderboard.ranking.RankedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fewest new ballots of one choice on one tool after which a rank differs. Numbers are not monotone in ballots: the
 * first ship vote on a tool with a strong panel lowers it. So every number of ballots is tried in turn, on every tool,
 * until each rank has been seen to change; nothing is skipped that could matter.
 *
 * <p>Ballots move one tool alone. So a rank changes when the moved tool has come to stand on the other side of the
 * rank's own, and it is enough to remember how far up and down each moved tool has been: what lies between has changed.
 */
final class BallotSearch {

    private final Ladder ladder;
    private final @Nullable Tipping[] found;
    private int open;

    private BallotSearch(Ladder ladder) {
        this.ladder = ladder;
        this.found = new @Nullable Tipping[ladder.size()];
        this.open = ladder.size();
    }

    /** One climber: a tool, the choice of its new ballots, and the best and the worst place it has been at. */
    private final class Climb {
        private final int tool;
        private final Choice choice;
        private int best;
        private int worst;

        Climb(int tool, Choice choice) {
            this.tool = tool;
            this.choice = choice;
            this.best = tool;
            this.worst = tool;
        }

        void with(int ballots) {
            BoardKey key = ladder.afterBallots(tool, choice, ballots);
            boolean above = tool > 0 && key.compareTo(ladder.key(tool - 1)) < 0;
            boolean below = tool + 1 < ladder.size() && key.compareTo(ladder.key(tool + 1)) > 0;
            if (key.value() != null && (above || below || !ladder.isRanked(tool))) {
                note(tool, ballots);
            }
            while (best > 0 && key.compareTo(ladder.key(best - 1)) < 0) {
                best--;
                noteRanked(best, ballots);
            }
            while (worst + 1 < ladder.size() && key.compareTo(ladder.key(worst + 1)) > 0) {
                worst++;
                noteRanked(worst, ballots);
            }
        }

        private void noteRanked(int place, int ballots) {
            if (ladder.isRanked(place)) {
                note(place, ballots);
            }
        }

        private void note(int place, int ballots) {
            if (found[place] == null) {
                found[place] = Tipping.ballots(ladder.standing(tool).slug(), choice, ballots);
                open--;
            }
        }
    }

    /**
     * By place; of equal numbers of ballots those on the higher tool, and ship before skip.
     *
     * @param most how many ballots are tried
     */
    static List<Tipping> of(Ladder ladder, int most) {
        return new BallotSearch(ladder).run(most);
    }

    private List<Tipping> run(int most) {
        var climbs = new ArrayList<Climb>();
        for (int tool = 0; tool < ladder.size(); tool++) {
            if (canMove(tool)) {
                climbs.add(new Climb(tool, Choice.SHIP));
                climbs.add(new Climb(tool, Choice.SKIP));
            }
        }
        for (int ballots = 1; ballots <= most && open > 0; ballots++) {
            for (Climb climb : climbs) {
                climb.with(ballots);
            }
        }
        var tippings = new ArrayList<Tipping>();
        for (Tipping tipping : found) {
            tippings.add(Objects.requireNonNullElseGet(tipping, () -> Tipping.moreBallotsThan(most)));
        }
        return List.copyOf(tippings);
    }

    /** Where the panel alone ranks, votes only break ties: a tool with a number of its own stays where it is. */
    private boolean canMove(int tool) {
        return ladder.by() != RankedBy.PANEL || tiesWith(tool, tool - 1) || tiesWith(tool, tool + 1);
    }

    private boolean tiesWith(int tool, int other) {
        return other >= 0
                && other < ladder.size()
                && Objects.equals(ladder.key(tool).value(), ladder.key(other).value());
    }
}
