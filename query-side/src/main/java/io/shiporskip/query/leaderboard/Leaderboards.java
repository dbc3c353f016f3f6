package io.shiporskip.query.leaderboard;

import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.verdict.Verdict;
import io.shiporskip.query.Answer;
import io.shiporskip.query.asking.Cursor;
import io.shiporskip.query.projecting.asof.AsOf;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what is asked of the rankings. */
@Component
final class Leaderboards implements LeaderboardQueries {

    private final Standings standings;

    Leaderboards(Standings standings) {
        this.standings = standings;
    }

    @Override
    public Optional<Answer<LeaderboardView>> board(
            String category, RankedBy by, @Nullable String cursor, int limit, AsOf asOf) {
        String list = Cursor.list("leaderboard:" + category + ":" + by, asOf);
        Cursor after = Cursor.read(cursor, list, 4);
        StandingsAt at = standings.at(asOf);
        List<Ranked> tools = at.board(category, by).tools();
        if (tools.isEmpty() && !category.equals(Standings.ALL)) {
            return Optional.empty();
        }
        int from = after == null ? 0 : firstAfter(BoardCursor.key(after), tools);
        int to = Math.min(tools.size(), from + limit);
        String next = to < tools.size()
                ? BoardCursor.of(list, tools.get(to - 1).key()).text()
                : null;
        List<LeaderboardEntry> entries =
                tools.subList(from, to).stream().map(Leaderboards::entry).toList();
        var view = new LeaderboardView(category, by, RankingFormula.VERSION, entries, at.position(), next);
        return Optional.of(new Answer<>(view, at.changedAt(), at.position()));
    }

    private static int firstAfter(BoardKey key, List<Ranked> tools) {
        List<BoardKey> keys = tools.stream().map(Ranked::key).toList();
        int found = Collections.binarySearch(keys, key);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private static LeaderboardEntry entry(Ranked tool) {
        Standing standing = tool.standing();
        return new LeaderboardEntry(
                tool.rank(),
                new ToolId(standing.slug()),
                standing.name(),
                standing.tagline(),
                standing.category(),
                standing.entryPrice(),
                standing.sample(),
                tool.scores().overall(),
                tool.scores().panel(),
                tool.scores().community(),
                Verdict.of(standing.panelShips(), standing.panelSkips()),
                standing.panelShips(),
                standing.panelSkips(),
                standing.tally().ships(),
                standing.tally().skips());
    }
}
