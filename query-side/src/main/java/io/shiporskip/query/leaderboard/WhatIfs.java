package io.shiporskip.query.leaderboard;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.Answer;
import io.shiporskip.query.asking.Cursor;
import io.shiporskip.query.leaderboard.ranking.Board;
import io.shiporskip.query.leaderboard.ranking.Ranked;
import io.shiporskip.query.leaderboard.ranking.RankingFormula;
import io.shiporskip.query.leaderboard.ranking.Standing;
import io.shiporskip.query.leaderboard.whatif.DayRemoval;
import io.shiporskip.query.leaderboard.whatif.WhatIf;
import io.shiporskip.query.leaderboard.whatif.WhatIfEntry;
import io.shiporskip.query.leaderboard.whatif.WithoutDay;
import io.shiporskip.query.leaderboard.window.RecentVotesAt;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out boards that might be, a few at once, and keeps none of them. */
@Component
final class WhatIfs implements WhatIfQueries {

    private static final int AT_ONCE = 2;
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final WindowedStandings windowed;
    private final DayRemoval removal;
    private final WholeModels whole;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    WhatIfs(WindowedStandings windowed, DayRemoval removal, WholeModels whole) {
        this.windowed = windowed;
        this.removal = removal;
        this.whole = whole;
    }

    @Override
    public Optional<Answer<WhatIfView>> board(BoardQuestion question, WhatIf whatIf) {
        if (!turns.tryAcquire()) {
            throw Problems.busyWith(
                    "%d other boards that might be are being worked out just now; ask again shortly".formatted(AT_ONCE),
                    RETRY);
        }
        try {
            return workedOut(question, whatIf);
        } finally {
            turns.release();
        }
    }

    private Optional<Answer<WhatIfView>> workedOut(BoardQuestion question, WhatIf whatIf) {
        String name = "what-if:" + question.category() + ":" + question.by() + ":" + question.window() + ":" + whatIf;
        String list = Cursor.list(name, question.asOf());
        Cursor after = Cursor.read(question.cursor(), list, 4);
        WindowedAt at = windowed.at(question.asOf());
        Board is = at.board(question.category(), question.by(), question.window());
        if (is.tools().isEmpty() && !question.category().equals(Standings.ALL)) {
            return Optional.empty();
        }
        WithoutDay without = null;
        if (whatIf.withoutDay() != null) {
            whole.require();
            without = removal.of(whatIf.withoutDay(), at.standings().position());
        }
        List<Ranked> tools = rank(question, whatIf, at, without).tools();
        Map<String, Ranked> before = is.tools().stream()
                .collect(Collectors.toMap(tool -> tool.standing().slug(), Function.identity()));
        List<WhatIfEntry> all = tools.stream()
                .map(tool -> WhatIfEntry.of(
                        tool, Objects.requireNonNull(before.get(tool.standing().slug()))))
                .toList();
        int from = after == null ? 0 : BoardCursor.firstAfter(BoardCursor.key(after), tools);
        int to = Math.min(all.size(), from + question.limit());
        var view = new WhatIfView(
                question.category(),
                question.by(),
                question.window(),
                RankingFormula.VERSION,
                whatIf,
                without == null ? null : without.events(),
                without == null ? null : without.ballots().size(),
                all.stream()
                        .filter(tool -> !Objects.equals(tool.rank(), tool.was()))
                        .count(),
                all.subList(from, to),
                all.size(),
                at.standings().position(),
                to < all.size() ? BoardCursor.of(list, tools.get(to - 1).key()).text() : null);
        return Optional.of(new Answer<>(view, at.standings().position()));
    }

    private static Board rank(BoardQuestion question, WhatIf whatIf, WindowedAt at, @Nullable WithoutDay without) {
        List<Standing> tools = at.standings().on(question.category());
        RecentVotesAt votes = at.votes();
        if (without != null) {
            tools = without.of(tools);
            votes = votes.corrected(without.ballots());
        }
        if (whatIf.withoutSeat() != null) {
            tools = tools.stream()
                    .map(tool -> tool.without(whatIf.withoutSeat()))
                    .toList();
        }
        return new WindowedAt(at.standings(), votes)
                .rank(tools, question.by(), question.window(), new RankingFormula(whatIf.formula()), whatIf.decay());
    }
}
