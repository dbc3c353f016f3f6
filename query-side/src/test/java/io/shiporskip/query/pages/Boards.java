package io.shiporskip.query.pages;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.events.panel.Seat;
import io.shiporskip.events.verdict.Choice;
import io.shiporskip.query.Answer;
import io.shiporskip.query.leaderboard.BoardQuestion;
import io.shiporskip.query.leaderboard.LeaderboardEntry;
import io.shiporskip.query.leaderboard.LeaderboardQueries;
import io.shiporskip.query.leaderboard.LeaderboardView;
import io.shiporskip.query.leaderboard.fragility.BoardFragility;
import io.shiporskip.query.leaderboard.fragility.Fragility;
import io.shiporskip.query.leaderboard.ranking.Board;
import io.shiporskip.query.leaderboard.ranking.RankedBy;
import io.shiporskip.query.leaderboard.ranking.RankingFormula;
import io.shiporskip.query.leaderboard.ranking.SeatScore;
import io.shiporskip.query.leaderboard.ranking.Standing;
import io.shiporskip.query.tool.ToolView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Boards of the shelf, nine entries a page, in an order that is plausible and no more. */
final class Boards implements LeaderboardQueries {

    private static final int PAGE = 9;
    private static final Instant NOW = Instant.parse("2026-11-25T17:20:00Z");
    private static final Fragility FRAGILE = fragile();

    private final Tally tally;

    Boards(Tally tally) {
        this.tally = tally;
    }

    @Override
    public Optional<Answer<LeaderboardView>> board(BoardQuestion question) {
        String category = question.category();
        List<ToolView> tools = Shelf.items().stream()
                .filter(item -> !item.withdrawn())
                .filter(item -> category.equals("all") || item.category().slug().equals(category))
                .map(tally::view)
                .sorted(Comparator.comparingDouble(Boards::number).reversed())
                .toList();
        if (tools.isEmpty()) {
            return Optional.empty();
        }
        int start = start(question.cursor());
        int end = question.limit() > 100 ? tools.size() : Math.min(tools.size(), start + PAGE);
        var entries = IntStream.range(start, end)
                .mapToObj(i -> entry(i + 1, tools.get(i)))
                .toList();
        String next = end < tools.size() ? "from-" + end : null;
        return Optional.of(new Answer<>(view(question, entries, tools.size(), next), tally.position()));
    }

    private LeaderboardView view(
            BoardQuestion question, List<LeaderboardEntry> entries, int tools, @Nullable String next) {
        Instant from = question.window().start(NOW);
        Instant at = from == null && question.by() != RankedBy.TRENDING ? null : NOW;
        return new LeaderboardView(
                question.category(),
                question.by(),
                question.window(),
                from,
                at,
                1,
                entries,
                tools,
                tally.position(),
                next);
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
                rank / 4.0,
                tool.panel().verdict(),
                tool.panel().ships(),
                tool.panel().skips(),
                tool.community().ships(),
                tool.community().skips(),
                FRAGILE);
    }

    private static double number(ToolView tool) {
        Double panel = tool.panel().meanScore();
        Double community = tool.community().lowerBound();
        return panel != null ? panel : community != null ? community : -1;
    }

    private static Fragility fragile() {
        var tool = new Standing(
                "lanternfish",
                "Lanternfish",
                "",
                Shelf.DEVELOPER,
                "Free",
                true,
                false,
                1,
                List.of(),
                new io.shiporskip.query.community.Tally(5, 2));
        var other = new Standing(
                "brasskey",
                "Brasskey",
                "",
                Shelf.DEVELOPER,
                "Free",
                true,
                false,
                2,
                List.of(new SeatScore(Seat.BUILDER, 40, Choice.SHIP)),
                new io.shiporskip.query.community.Tally(4, 2));
        Board board = Board.of(List.of(tool, other), RankedBy.OVERALL);
        return Objects.requireNonNull(
                BoardFragility.of(board, RankedBy.OVERALL, RankingFormula.ONE).of("lanternfish"));
    }
}
