package io.shiporskip.query.leaderboard;

import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.verdict.Verdict;
import io.shiporskip.query.Answer;
import io.shiporskip.query.asking.Cursor;
import io.shiporskip.query.leaderboard.fragility.BoardFragility;
import io.shiporskip.query.leaderboard.ranking.Board;
import io.shiporskip.query.leaderboard.ranking.Ranked;
import io.shiporskip.query.leaderboard.ranking.RankedBy;
import io.shiporskip.query.leaderboard.ranking.RankingFormula;
import io.shiporskip.query.leaderboard.ranking.Standing;
import io.shiporskip.query.leaderboard.window.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what is asked of the rankings. */
@Component
final class Leaderboards implements LeaderboardQueries {

    private final Standings standings;
    private final WindowedStandings windowed;
    private final Fragilities fragilities;

    Leaderboards(Standings standings, WindowedStandings windowed, Fragilities fragilities) {
        this.standings = standings;
        this.windowed = windowed;
        this.fragilities = fragilities;
    }

    /**
     * A board, and what it was ranked from.
     *
     * @param at the position's time; null for a board of all time, which needs none
     * @param changedAt position of the last event that may have changed the board
     */
    private record Found(
            Board board, StandingsAt standings, @Nullable Instant at, long changedAt) {}

    @Override
    public Optional<Answer<LeaderboardView>> board(BoardQuestion question) {
        String name = "leaderboard:" + question.category() + ":" + question.by() + ":" + question.window();
        String list = Cursor.list(name, question.asOf());
        Cursor after = Cursor.read(question.cursor(), list, 4);
        Found found = find(question);
        List<Ranked> tools = found.board().tools();
        if (tools.isEmpty() && !question.category().equals(Standings.ALL)) {
            return Optional.empty();
        }
        int from = after == null ? 0 : BoardCursor.firstAfter(BoardCursor.key(after), tools);
        int to = Math.min(tools.size(), from + question.limit());
        String next = to < tools.size()
                ? BoardCursor.of(list, tools.get(to - 1).key()).text()
                : null;
        BoardFragility fragility = fragility(question, found);
        List<LeaderboardEntry> entries = tools.subList(from, to).stream()
                .map(tool -> entry(tool, fragility))
                .toList();
        var view = new LeaderboardView(
                question.category(),
                question.by(),
                question.window(),
                found.at() == null ? null : question.window().start(found.at()),
                found.at(),
                RankingFormula.VERSION,
                entries,
                tools.size(),
                found.standings().position(),
                next);
        return Optional.of(
                new Answer<>(view, found.changedAt(), found.standings().position()));
    }

    /** A board that time alone can change has a tag of its own at each position. */
    private Found find(BoardQuestion question) {
        if (question.window() == Window.ALL && question.by() != RankedBy.TRENDING) {
            StandingsAt at = standings.at(question.asOf());
            return new Found(at.board(question.category(), question.by()), at, null, at.changedAt());
        }
        WindowedAt at = windowed.at(question.asOf());
        Board board = at.board(question.category(), question.by(), question.window());
        return new Found(board, at.standings(), at.votes().at(), at.standings().position());
    }

    private @Nullable BoardFragility fragility(BoardQuestion question, Found found) {
        boolean past = question.asOf().past() != null;
        return fragilities.of(found.board(), question.by(), question.fragility(), past);
    }

    private static LeaderboardEntry entry(Ranked tool, @Nullable BoardFragility fragility) {
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
                tool.scores().trending(),
                Verdict.of(standing.panelShips(), standing.panelSkips()),
                standing.panelShips(),
                standing.panelSkips(),
                standing.tally().ships(),
                standing.tally().skips(),
                fragility == null ? null : fragility.of(standing.slug()));
    }
}
