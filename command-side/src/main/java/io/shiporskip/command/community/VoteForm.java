package io.shiporskip.command.community;

import io.shiporskip.command.dispatch.Accepted;
import io.shiporskip.command.dispatch.Addressed;
import io.shiporskip.command.dispatch.HttpCommands;
import io.shiporskip.edge.form.Back;
import io.shiporskip.edge.problem.Problems;
import io.shiporskip.edge.visitor.VisitorId;
import io.shiporskip.edge.visitor.Visitors;
import io.shiporskip.events.community.VoterId;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.verdict.Choice;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The vote as a page's form sends it, with or without scripts: answered 303 back to the page, which is asked to show at
 * least the position that the vote was written at. What goes wrong goes back the same way, as {@code ?problem=<code>}.
 */
@Controller
class VoteForm {

    private final HttpCommands commands;
    private final Visitors visitors;

    VoteForm(HttpCommands commands, Visitors visitors) {
        this.commands = commands;
        this.visitors = visitors;
    }

    @PostMapping(path = "/tools/{slug}/vote", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> vote(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String choice,
            HttpServletRequest request) {
        VisitorId visitor = visitors.require(request);
        ToolId tool = Addressed.tool(slug);
        Accepted accepted = commands.send(command(tool, visitors.voter(visitor, tool), choice), request);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(Back.of(request).with("atLeast", Long.toString(accepted.position())))
                .build();
    }

    private static BallotCommand command(ToolId tool, VoterId voter, @Nullable String choice) {
        return switch (choice) {
            case "ship" -> new CastCommunityVote(tool, voter, Choice.SHIP);
            case "skip" -> new CastCommunityVote(tool, voter, Choice.SKIP);
            case "withdraw" -> new WithdrawCommunityVote(tool, voter);
            case null, default -> throw Problems.invalid("choice", "must be one of ship, skip, withdraw");
        };
    }
}
