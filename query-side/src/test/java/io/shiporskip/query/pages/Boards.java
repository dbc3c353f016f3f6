package io.shiporskip.query.pages;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.Answer;
import io.shiporskip.query.leaderboard.LeaderboardEntry;
import io.shiporskip.query.leaderboard.LeaderboardQueries;
import io.shiporskip.query.leaderboard.LeaderboardView;
import io.shiporskip.query.leaderboard.RankedBy;
import io.shiporskip.query.projecting.asof.AsOf;
import io.shiporskip.query.tool.ToolView;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Boards of the shelf, nine entries a page, in an order that is plausible and no more. */
final class Boards implements LeaderboardQueries {

    private static final int PAGE = 9;

    private final Tally tally;

    Boards(Tally tally) {
        this.tally = tally;
    }

    @Override
    public Optional<Answer<LeaderboardView>> board(
            String category, RankedBy by, @Nullable String cursor, int limit, AsOf asOf) {
        List<ToolView> tools = Shelf.items().stream()
                .filter(item -> !item.withdrawn())
                .filter(item -> category.equals("all") || item.category().slug().equals(category))
                .map(tally::view)
                .sorted(Comparator.comparingDouble(Boards::number).reversed())
                .toList();
        if (tools.isEmpty()) {
            return Optional.empty();
        }
        int start = start(cursor);
        int end = limit > 100 ? tools.size() : Math.min(tools.size(), start + PAGE);
        var entries = IntStream.range(start, end)
                .mapToObj(i -> entry(i + 1, tools.get(i)))
                .toList();
        String next = end < tools.size() ? "from-" + end : null;
        return Optional.of(
                new Answer<>(new LeaderboardView(category, by, 1, entries, tally.position(), next), tally.position()));
    }

    private static int start(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        if (!cursor.startsWith("from-")) {
            throw Problems.badCursor();
        }
        return Integer.parseInt(cursor.substring(5));
    }

    private static LeaderboardEntry entry(int rank, ToolView tool) {
        boolean unranked = number(tool) < 0;
        return new LeaderboardEntry(
                unranked ? null : rank,
                tool.slug(),
                tool.name(),
                tool.tagline(),
                tool.category(),
                tool.entryPrice(),
                tool.sample(),
                unranked ? null : number(tool),
                tool.panel().meanScore(),
                tool.community().lowerBound(),
                tool.panel().verdict(),
                tool.panel().ships(),
                tool.panel().skips(),
                tool.community().ships(),
                tool.community().skips());
    }

    private static double number(ToolView tool) {
        Double panel = tool.panel().meanScore();
        Double community = tool.community().lowerBound();
        return panel != null ? panel : community != null ? community : -1;
    }
}
