package io.shiporskip.query.ballot;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.edge.visitor.Visitors;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.query.asking.Addressed;
import io.shiporskip.query.asking.Reply;
import io.shiporskip.query.community.MyVote;
import io.shiporskip.query.projecting.asof.AsOf;
import io.shiporskip.query.tool.Catalogue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The visitor's own vote on a tool; whoever has no cookie yet becomes a visitor by asking. */
@RestController
class MyVoteApi {

    private final Ballots ballots;
    private final Catalogue catalogue;
    private final Visitors visitors;

    MyVoteApi(Ballots ballots, Catalogue catalogue, Visitors visitors) {
        this.ballots = ballots;
        this.catalogue = catalogue;
        this.visitors = visitors;
    }

    @GetMapping("/api/tools/{slug}/votes/me")
    ResponseEntity<MyVote> mine(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response) {
        ToolId tool = Addressed.tool(slug);
        if (!catalogue.knows(tool, AsOf.now())) {
            throw Problems.unknownTool(slug);
        }
        response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
        var voter = visitors.voter(visitors.ofOrIssue(request, response), tool);
        return Reply.personal(request, ballots.find(tool, voter));
    }
}
