package io.shiporskip.command.community;

import io.shiporskip.command.dispatch.Accepted;
import io.shiporskip.command.dispatch.Addressed;
import io.shiporskip.command.dispatch.HttpCommands;
import io.shiporskip.edge.visitor.VisitorId;
import io.shiporskip.edge.visitor.Visitors;
import io.shiporskip.events.tool.ToolId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A visitor's own vote on a tool. */
@RestController
@RequestMapping("/api/tools/{slug}/votes/me")
class VoteWrites {

    private final HttpCommands commands;
    private final Visitors visitors;

    VoteWrites(HttpCommands commands, Visitors visitors) {
        this.commands = commands;
        this.visitors = visitors;
    }

    @PutMapping
    Accepted cast(@PathVariable String slug, @Valid @RequestBody VoteRequest body, HttpServletRequest request) {
        VisitorId visitor = visitors.require(request);
        ToolId tool = Addressed.tool(slug);
        return commands.send(new CastCommunityVote(tool, visitors.voter(visitor, tool), body.choice()), request);
    }

    @DeleteMapping
    Accepted withdraw(@PathVariable String slug, HttpServletRequest request) {
        VisitorId visitor = visitors.require(request);
        ToolId tool = Addressed.tool(slug);
        return commands.send(new WithdrawCommunityVote(tool, visitors.voter(visitor, tool)), request);
    }
}
