package io.shiporskip.query.leaderboard.whatif;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shiporskip.events.panel.Seat;
import io.shiporskip.query.leaderboard.ranking.FormulaParameters;
import io.shiporskip.query.leaderboard.window.Decay;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is asked to be otherwise; what is not said is as the boards have it.
 *
 * @param priorTakes see {@link FormulaParameters}
 * @param evenVotes see {@link FormulaParameters}
 * @param z see {@link FormulaParameters}
 * @param minimumVotes see {@link FormulaParameters}
 * @param halfLife of a vote on a board of what is trending, in hours, 1..24
 * @param withoutSeat whose takes do not count
 * @param withoutDay the UTC day whose votes and takes never were
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WhatIf(
        int priorTakes,
        int evenVotes,
        double z,
        long minimumVotes,
        int halfLife,
        @Nullable Seat withoutSeat,
        @Nullable LocalDate withoutDay) {

    /** The boards as they are. */
    public static final WhatIf AS_IT_IS = new WhatIf(
            FormulaParameters.ONE.priorTakes(),
            FormulaParameters.ONE.evenVotes(),
            FormulaParameters.ONE.z(),
            FormulaParameters.ONE.minimumVotes(),
            Decay.HALF_LIFE,
            null,
            null);

    public FormulaParameters formula() {
        return new FormulaParameters(priorTakes, evenVotes, z, minimumVotes);
    }

    public Decay decay() {
        return new Decay(halfLife);
    }
}
