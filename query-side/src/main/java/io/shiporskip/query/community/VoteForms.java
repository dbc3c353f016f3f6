package io.shiporskip.query.community;

import io.shiporskip.edge.problem.ProblemException;
import io.shiporskip.edge.visitor.VisitorId;
import io.shiporskip.edge.visitor.Visitors;
import io.shiporskip.events.tool.ToolId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the vote forms of a page, and with the first of them a visitor of whoever asks. */
@Component
public class VoteForms {

    private final Visitors visitors;
    private final BallotQueries ballots;

    VoteForms(Visitors visitors, BallotQueries ballots) {
        this.visitors = visitors;
        this.ballots = ballots;
    }

    /**
     * The forms of one page.
     *
     * @param page its path, to which the answers lead back
     */
    public OnPage on(String page, HttpServletRequest request, HttpServletResponse response) {
        return new OnPage(page, request, response);
    }

    /** The forms of one page: one visitor for all of them, issued no sooner than a form needs it. */
    public final class OnPage {

        private final String page;
        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private @Nullable VisitorId visitor;

        private OnPage(String page, HttpServletRequest request, HttpServletResponse response) {
            this.page = page;
            this.request = request;
            this.response = response;
        }

        /** The form for a tool that takes votes; in its place a reason where no visitor can be made. */
        public VoteForm open(ToolId tool, String name) {
            response.setHeader("Cache-Control", "private, no-cache");
            try {
                if (visitor == null) {
                    visitor = visitors.ofOrIssue(request, response);
                }
                MyVote vote = ballots.vote(tool, visitors.voter(visitor, tool));
                return new VoteForm(tool, name, page, vote.choice(), null);
            } catch (ProblemException refused) {
                return closed(tool, name, refused.code());
            }
        }

        /** In the place of a form for a tool that takes no votes. */
        public VoteForm withdrawn(ToolId tool, String name) {
            return closed(tool, name, "withdrawn-tool");
        }

        private VoteForm closed(ToolId tool, String name, String code) {
            return new VoteForm(tool, name, page, null, VoteOutcome.because(code));
        }
    }
}
