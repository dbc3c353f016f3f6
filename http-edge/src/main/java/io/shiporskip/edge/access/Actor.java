package io.shiporskip.edge.access;

import io.shiporskip.events.panel.Seat;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who asks, as the log's events name it.
 *
 * @param name {@code visitor}, {@code editor}, {@code operator}, or a seat such as {@code seat:builder}
 */
public record Actor(String name) {

    public static final Actor VISITOR = new Actor("visitor");
    public static final Actor EDITOR = new Actor("editor");
    public static final Actor OPERATOR = new Actor("operator");

    public static Actor seat(Seat seat) {
        return new Actor("seat:" + seat.name().toLowerCase(Locale.ROOT));
    }

    /** Who sent the request that the current thread answers: a visitor unless a token said otherwise. */
    public static Actor current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Actor actor ? actor : VISITOR;
    }

    /** Spring Security's name for what this actor may do, such as {@code ROLE_SEAT_BUILDER}. */
    public String authority() {
        return "ROLE_" + name.replace(':', '_').toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return name;
    }
}
