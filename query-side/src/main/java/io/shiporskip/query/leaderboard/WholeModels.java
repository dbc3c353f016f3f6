package io.shiporskip.query.leaderboard;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.leaderboard.window.RecentVotesProjection;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.serve.ReadModels;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether what boards are ranked from leaves no event out. */
@Component
final class WholeModels {

    private static final Duration UNTIL_REBUILT = Duration.ofMinutes(10);

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
     * @throws io.shiporskip.edge.problem.ProblemException incomplete (503) when they leave any out
     */
    void require() {
        if (!models.skipped(ranked).isEmpty()) {
            throw Problems.incomplete(
                    "The rankings leave out an event that could not be read, so no day can be taken out of them"
                            + " until they have been rebuilt",
                    UNTIL_REBUILT);
        }
    }
}
