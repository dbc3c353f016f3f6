package io.shiporskip.query.community;

import io.shiporskip.edge.problem.ProblemException;
import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.Progress;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What a page does first when a vote leads to it: waits until the vote shows, or says what went wrong. */
@Component
public class VoteLanding {

    private final Progress progress;

    VoteLanding(Progress progress) {
        this.progress = progress;
    }

    /**
     * Waits for the vote where the address names its position. When the models lag too far behind, the page is shown all
     * the same, as 503 with Retry-After.
     *
     * @param atLeast position of the vote, from the page's address; null without one
     * @param problem code of a refusal, from the page's address; null without one
     * @return a sentence for the visitor; empty when there is nothing to say
     * @throws ProblemException when the position is not one, or lies in the future
     */
    public String arrive(@Nullable String atLeast, @Nullable String problem, HttpServletResponse response) {
        if (atLeast != null) {
            try {
                progress.awaitAtLeast(position(atLeast));
            } catch (ProblemException late) {
                if (late.status() != HttpStatus.SERVICE_UNAVAILABLE) {
                    throw late;
                }
                response.setStatus(late.status().value());
                response.setHeader("Retry-After", late.headers().getFirst("Retry-After"));
                return VoteOutcome.because("not-yet");
            }
        }
        return problem == null ? "" : VoteOutcome.because(problem);
    }

    private static long position(String atLeast) {
        try {
            return Long.parseLong(atLeast);
        } catch (NumberFormatException malformed) {
            throw Problems.invalid("atLeast", "must be the position of an event, a whole number");
        }
    }
}
