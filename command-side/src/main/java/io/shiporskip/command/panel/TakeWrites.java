package io.shiporskip.command.panel;

import io.shiporskip.command.dispatch.Accepted;
import io.shiporskip.command.dispatch.Addressed;
import io.shiporskip.command.dispatch.HttpCommands;
import io.shiporskip.edge.access.Requires;
import io.shiporskip.edge.access.Role;
import io.shiporskip.events.panel.Seat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Locale;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the reviewer of a seat writes about a tool. That the seat exists and is the reviewer's own is checked before. */
@RestController
@RequestMapping("/api/tools/{slug}/panel-takes/{seat}")
class TakeWrites {

    private final HttpCommands commands;

    TakeWrites(HttpCommands commands) {
        this.commands = commands;
    }

    @PutMapping
    @Requires(Role.SEAT)
    Accepted submit(
            @PathVariable String slug,
            @PathVariable String seat,
            @Valid @RequestBody TakeRequest body,
            HttpServletRequest request) {
        return commands.send(body.command(Addressed.tool(slug), seat(seat)), request);
    }

    @DeleteMapping
    @Requires(Role.SEAT)
    Accepted retract(@PathVariable String slug, @PathVariable String seat, HttpServletRequest request) {
        return commands.send(new RetractPanelTake(Addressed.tool(slug), seat(seat)), request);
    }

    private static Seat seat(String name) {
        return Seat.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
