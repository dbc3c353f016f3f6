package io.shiporskip.query.pages;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.Answer;
import io.shiporskip.query.leaderboard.BoardQuestion;
import io.shiporskip.query.leaderboard.LeaderboardEntry;
import io.shiporskip.query.leaderboard.WhatIfQueries;
import io.shiporskip.query.leaderboard.WhatIfView;
import io.shiporskip.query.leaderboard.whatif.WhatIf;
import io.shiporskip.query.leaderboard.whatif.WhatIfEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A board of the shelf in which the first two tools have changed places, the third is out, and the last is in. */
final class MightBe implements WhatIfQueries {

    private final Boards boards;

    MightBe(Boards boards) {
        this.boards = boards;
    }

    @Override
    public Optional<Answer<WhatIfView>> board(BoardQuestion question, WhatIf whatIf) {
        if (whatIf.withoutDay() != null && whatIf.withoutDay().getYear() == 1999) {
            throw Problems.invalid("withoutDay", "has too many events");
        }
        return boards.board(question).map(answer -> {
            List<LeaderboardEntry> is = answer.view().entries();
            var entries = new ArrayList<WhatIfEntry>();
            entries.add(entry(is.get(1), 1, 2));
            entries.add(entry(is.get(0), 2, 1));
            for (int i = 3; i < is.size(); i++) {
                entries.add(entry(is.get(i), i, i + 1 == is.size() ? null : i));
            }
            entries.add(entry(is.get(2), null, 3));
            Long removed = whatIf.withoutDay() == null ? null : 12L;
            var view = new WhatIfView(
                    question.category(),
                    question.by(),
                    question.window(),
                    1,
                    whatIf,
                    removed,
                    removed == null ? null : 9,
                    4,
                    entries,
                    entries.size(),
                    answer.view().position(),
                    null);
            return new Answer<>(view, answer.view().position());
        });
    }

    private static WhatIfEntry entry(LeaderboardEntry is, @Nullable Integer rank, @Nullable Integer was) {
        Integer movement = rank == null || was == null ? null : was - rank;
        return new WhatIfEntry(
                rank, was, movement, is.slug(), is.name(), is.overall(), is.panel(), is.ships(), is.skips(), 4);
    }
}
