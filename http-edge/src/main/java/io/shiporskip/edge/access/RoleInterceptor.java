package io.shiporskip.edge.access;

import io.shiporskip.edge.problem.ProblemException;
import io.shiporskip.edge.problem.Problems;
import io.shiporskip.events.panel.Seat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Holds {@link Requires}, before anything of the request is read but its path and its token. */
final class RoleInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Requires requires = method.getMethodAnnotation(Requires.class);
            if (requires != null) {
                check(requires.value(), request);
            }
        }
        return true;
    }

    private static void check(Role role, HttpServletRequest request) {
        Actor actor = Actor.current();
        if (actor.equals(Actor.VISITOR)) {
            throw Problems.unauthorized("This takes a bearer token; this site's tokens are in its tokens.json");
        }
        Actor asked = asked(role, request);
        if (!actor.equals(asked)) {
            throw Problems.forbidden("This is for " + asked + "; your token is that of " + actor);
        }
    }

    private static Actor asked(Role role, HttpServletRequest request) {
        return switch (role) {
            case EDITOR -> Actor.EDITOR;
            case OPERATOR -> Actor.OPERATOR;
            case SEAT -> Actor.seat(seat(request));
        };
    }

    private static Seat seat(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        Object name = variables instanceof Map<?, ?> map ? map.get("seat") : null;
        return Arrays.stream(Seat.values())
                .filter(seat -> name(seat).equals(name))
                .findFirst()
                .orElseThrow(() -> unknownSeat(name));
    }

    private static ProblemException unknownSeat(@Nullable Object name) {
        String seats = Arrays.stream(Seat.values()).map(RoleInterceptor::name).collect(Collectors.joining(", "));
        return Problems.notFound("There is no seat '" + name + "'; the seats are " + seats);
    }

    private static String name(Seat seat) {
        return seat.name().toLowerCase(Locale.ROOT);
    }
}
