package io.shiporskip.query.leaderboard;

import io.shiporskip.edge.problem.ProblemException;
import io.shiporskip.query.leaderboard.window.RecentVotesProjection;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.serve.ReadModels;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Whether what boards are ranked from leaves no event out. */
@Component
final class WholeModels {

    private static final String RETRY_SECONDS = "600";

    private final ReadModels models;
    private final List<Projection<?>> ranked;

    WholeModels(ReadModels models, LeaderboardProjection standings, RecentVotesProjection votes) {
        this.models = models;
        this.ranked = List.of(standings, votes);
    }

    /**
     * Refuses what is folded again from the log: it would hold, or meet, the events that the models leave out, and what is
     * taken from one and put into the other would not fit.
     *
     * @throws ProblemException incomplete (503) when they leave any out
     */
    void require() {
        if (!models.skipped(ranked).isEmpty()) {
            throw new ProblemException(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "incomplete",
                            "Incomplete",
                            "The rankings leave out an event that could not be read, so no day can be taken out of them"
                                    + " until they have been rebuilt",
                            List.of())
                    .with(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
    }
}
