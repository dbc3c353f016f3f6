package io.shiporskip.query.leaderboard;

import io.shiporskip.query.leaderboard.ranking.Board;
import io.shiporskip.query.leaderboard.ranking.RankedBy;
import io.shiporskip.query.leaderboard.ranking.Standing;
import io.shiporskip.query.projecting.Folded;
import io.shiporskip.query.projecting.store.Generation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All standings at one position, and the boards ranked from them so far. */
final class StandingsAt {

    private final @Nullable Generation generation;
    private final long position;
    private final Map<String, Folded<Standing>> standings;
    private final Map<BoardName, Board> boards = new ConcurrentHashMap<>();

    private record BoardName(String category, RankedBy by) {}

    /** @param generation live one that they come from; null for those of the past */
    StandingsAt(@Nullable Generation generation, long position, Map<String, Folded<Standing>> standings) {
        this.generation = generation;
        this.position = position;
        this.standings = Map.copyOf(standings);
    }

    @Nullable Generation generation() {
        return generation;
    }

    long position() {
        return position;
    }

    boolean isOf(@Nullable Generation other, long otherPosition) {
        return Objects.equals(generation, other) && position == otherPosition;
    }

    /** Position of the last event that changed any standing: a tool that leaves a board changes it too. */
    long changedAt() {
        return standings.values().stream().mapToLong(Folded::position).max().orElse(0);
    }

    /** Ranked when it is first asked for; only boards that hold a tool are kept, so there are as many as categories. */
    Board board(String category, RankedBy by) {
        var name = new BoardName(category, by);
        Board ranked = boards.get(name);
        if (ranked == null) {
            ranked = Board.of(on(category), by);
            if (!ranked.tools().isEmpty()) {
                boards.put(name, ranked);
            }
        }
        return ranked;
    }

    /** The standings of a category, withdrawn tools among them. */
    List<Standing> on(String category) {
        return standings.values().stream()
                .map(Folded::state)
                .filter(tool -> category.equals(Standings.ALL)
                        || category.equals(tool.category().slug()))
                .toList();
    }
}
