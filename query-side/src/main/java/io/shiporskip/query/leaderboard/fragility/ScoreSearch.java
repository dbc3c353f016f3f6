package io.shiporskip.query.leaderboard.fragility;

import io.shiporskip.events.panel.Seat;
import io.shiporskip.query.leaderboard.ranking.BoardKey;
import io.shiporskip.query.leaderboard.ranking.RankedBy;
import io.shiporskip.query.leaderboard.ranking.SeatScore;
import io.shiporskip.query.leaderboard.ranking.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The smallest change of one take's score after which a rank differs. A score moves its own tool, and through the board's
 * mean every other tool with takes a little; but whose score it was matters to its own tool alone. So for each change
 * the board is sorted once as it is for everybody else, and then each tool in turn is put where its own new number
 * belongs.
 */
final class ScoreSearch {

    private static final int MOST = 100;

    private final Ladder ladder;
    private final @Nullable Tipping[] found;
    private int open;

    private ScoreSearch(Ladder ladder) {
        this.ladder = ladder;
        this.found = new @Nullable Tipping[ladder.size()];
        this.open =
                (int) IntStream.range(0, ladder.size()).filter(ladder::isRanked).count();
    }

    /** By place; null where no change of one score changes the rank. A rise comes before a fall of the same size. */
    static @Nullable Tipping[] of(Ladder ladder) {
        var search = new ScoreSearch(ladder);
        if (ladder.by() == RankedBy.OVERALL || ladder.by() == RankedBy.PANEL) {
            for (int size = 1; size <= MOST && search.open > 0; size++) {
                search.with(size);
                search.with(-size);
            }
        }
        return search.found;
    }

    private void with(int change) {
        int size = ladder.size();
        var keys = new ArrayList<BoardKey>(size);
        for (int tool = 0; tool < size; tool++) {
            keys.add(ladder.afterScore(tool, change, false));
        }
        List<Integer> order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparing(keys::get))
                .toList();
        var displaced = new ArrayList<Integer>();
        for (int place = 0; place < size; place++) {
            if (order.get(place) != place) {
                displaced.add(order.get(place));
            }
        }
        for (int place = 0; place < size && open > 0; place++) {
            int tool = order.get(place);
            Seat seat = seat(ladder.standing(tool), change);
            if (seat != null) {
                Tipping tipping = Tipping.score(ladder.standing(tool).slug(), seat, change);
                move(place, ladder.afterScore(tool, change, true), keys, order, displaced, tipping);
            }
        }
    }

    /** Takes the tool at a place out and puts it in where its key belongs: those in between move by one. */
    private void move(
            int place,
            BoardKey key,
            List<BoardKey> keys,
            List<Integer> order,
            List<Integer> displaced,
            Tipping tipping) {
        int to = place;
        while (to > 0 && key.compareTo(keys.get(order.get(to - 1))) < 0) {
            to--;
            note(order.get(to), to + 1, tipping);
        }
        while (to + 1 < order.size() && key.compareTo(keys.get(order.get(to + 1))) > 0) {
            to++;
            note(order.get(to), to - 1, tipping);
        }
        note(order.get(place), to, tipping);
        int first = Math.min(place, to);
        int last = Math.max(place, to);
        displaced.removeIf(tool -> found[tool] != null);
        for (int tool : displaced) {
            int now = order.indexOf(tool);
            if (now < first || now > last) {
                note(tool, now, tipping);
            }
        }
    }

    private void note(int tool, int place, Tipping tipping) {
        if (place != tool && found[tool] == null && ladder.isRanked(tool)) {
            found[tool] = tipping;
            open--;
        }
    }

    /** The first seat whose score can change so much. */
    private static @Nullable Seat seat(Standing tool, int change) {
        for (SeatScore take : tool.takes()) {
            int score = take.score() + change;
            if (score >= 0 && score <= 100) {
                return take.seat();
            }
        }
        return null;
    }
}
