package io.shiporskip.query.leaderboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shiporskip.query.leaderboard.ranking.RankedBy;
import io.shiporskip.query.leaderboard.whatif.WhatIf;
import io.shiporskip.query.leaderboard.whatif.WhatIfEntry;
import io.shiporskip.query.leaderboard.window.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the board that would be, beside the board as it is at the same position. It is written nowhere.
 *
 * @param formula number of the ranking formula whose parameters are changed
 * @param parameters all of them, the changed and the others
 * @param removedEvents how many votes and takes of a day were taken out; absent when none was asked to be
 * @param refoldedBallots how many ballots were folded again for that
 * @param moved how many tools of the whole board would have another rank
 * @param tools how many tools the whole board holds
 * @param position the one position all of it is true at
 * @param next cursor of the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WhatIfView(
        String category,
        RankedBy by,
        Window window,
        int formula,
        WhatIf parameters,
        @Nullable Long removedEvents,
        @Nullable Integer refoldedBallots,
        long moved,
        List<WhatIfEntry> entries,
        int tools,
        long position,
        @Nullable String next) {}
