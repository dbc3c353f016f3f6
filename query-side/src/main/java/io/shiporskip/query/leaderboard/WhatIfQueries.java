package io.shiporskip.query.leaderboard;

import io.shiporskip.query.Answer;
import io.shiporskip.query.leaderboard.whatif.WhatIf;
import java.util.Optional;

/** What pages and the JSON API ask of boards that might be. */
public interface WhatIfQueries {

    /**
     * A page of the board that would be.
     *
     * <p>Refused with a problem: busy (503) while as many others are being worked out as may be at once
     *
     * @return empty when no tool is listed in the category
     */
    Optional<Answer<WhatIfView>> board(BoardQuestion question, WhatIf whatIf);
}
