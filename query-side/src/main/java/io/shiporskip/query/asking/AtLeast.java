package io.shiporskip.query.asking;

import io.shiporskip.edge.problem.ProblemException;
import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.Progress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds a read that asks for {@code atLeast=<position>} until the read models are there, so that voters see their vote. */
public final class AtLeast implements HandlerInterceptor {

    public static final String PARAMETER = "atLeast";

    private final Progress progress;

    public AtLeast(Progress progress) {
        this.progress = progress;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String asked = request.getParameter(PARAMETER);
        boolean reads = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
        if (reads && asked != null) {
            long position = position(asked);
            if (!AsOfTaken.asked(request) || !AsOfTaken.isTakenBy(handler)) {
                progress.awaitAtLeast(position);
            } // else the moment asked for must be later, and the past need not be waited for
        }
        return true;
    }

    private static long position(String asked) {
        try {
            long position = Long.parseLong(asked);
            if (position >= 0) {
                return position;
            }
        } catch (NumberFormatException notOne) {
            // said below, like a number below 0
        }
        throw refused();
    }

    private static ProblemException refused() {
        return Problems.invalid(PARAMETER, "must be a position of the log, a whole number from 0");
    }
}
