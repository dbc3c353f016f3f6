package io.shiporskip.command.tool;

import io.shiporskip.command.dispatch.Accepted;
import io.shiporskip.command.dispatch.Addressed;
import io.shiporskip.command.dispatch.HttpCommands;
import io.shiporskip.edge.access.Requires;
import io.shiporskip.edge.access.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What editors write about the catalogue. */
@RestController
class ToolWrites {

    private final HttpCommands commands;

    ToolWrites(HttpCommands commands) {
        this.commands = commands;
    }

    @PostMapping("/api/tools")
    @Requires(Role.EDITOR)
    ResponseEntity<Accepted> list(@Valid @RequestBody ListToolRequest body, HttpServletRequest request) {
        Accepted accepted = commands.send(body.command(), request);
        return ResponseEntity.created(URI.create("/api/tools/" + body.slug())).body(accepted);
    }

    @PatchMapping("/api/tools/{slug}")
    @Requires(Role.EDITOR)
    Accepted revise(@PathVariable String slug, @Valid @RequestBody ReviseToolRequest body, HttpServletRequest request) {
        return commands.send(body.command(Addressed.tool(slug)), request);
    }

    @PostMapping("/api/tools/{slug}/withdrawal")
    @Requires(Role.EDITOR)
    Accepted withdraw(@PathVariable String slug, HttpServletRequest request) {
        return commands.send(new WithdrawTool(Addressed.tool(slug)), request);
    }

    @DeleteMapping("/api/tools/{slug}/withdrawal")
    @Requires(Role.EDITOR)
    Accepted relist(@PathVariable String slug, HttpServletRequest request) {
        return commands.send(new RelistTool(Addressed.tool(slug)), request);
    }
}
