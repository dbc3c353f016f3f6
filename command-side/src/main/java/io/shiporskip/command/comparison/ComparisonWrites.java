package io.shiporskip.command.comparison;

import io.shiporskip.command.dispatch.Accepted;
import io.shiporskip.command.dispatch.Addressed;
import io.shiporskip.command.dispatch.HttpCommands;
import io.shiporskip.edge.access.Requires;
import io.shiporskip.edge.access.Role;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What editors write about the list of comparisons. The two slugs may stand in either order. */
@RestController
@RequestMapping("/api/comparisons/{pair}")
class ComparisonWrites {

    private final HttpCommands commands;

    ComparisonWrites(HttpCommands commands) {
        this.commands = commands;
    }

    @PutMapping
    @Requires(Role.EDITOR)
    Accepted publish(@PathVariable String pair, HttpServletRequest request) {
        return commands.send(new PublishComparison(Addressed.comparison(pair)), request);
    }

    @DeleteMapping
    @Requires(Role.EDITOR)
    Accepted withdraw(@PathVariable String pair, HttpServletRequest request) {
        return commands.send(new WithdrawComparison(Addressed.comparison(pair)), request);
    }
}
