package io.shiporskip.query.asking;

import io.shiporskip.edge.problem.ProblemException;
import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.projecting.asof.AsOf;
import io.shiporskip.query.projecting.asof.Moments;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads {@code asOf=<position>} or {@code asOf=<RFC 3339 instant>} for every method that has an {@link AsOf}. Without it
 * the present is meant. A page also takes what its form for a time sends: without a zone, which is UTC.
 */
public final class AsOfResolver implements HandlerMethodArgumentResolver {

    public static final String PARAMETER = "asOf";

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final Moments moments;

    public AsOfResolver(Moments moments) {
        this.moments = moments;
    }

    /** The moment that a request was answered for; the present where no method asked. */
    static AsOf of(RequestAttributes request) {
        Object resolved = request.getAttribute(PARAMETER, RequestAttributes.SCOPE_REQUEST);
        return resolved instanceof AsOf asOf ? asOf : AsOf.now();
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == AsOf.class;
    }

    /** @throws ProblemException invalid (422), future-position (422) */
    @Override
    public AsOf resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        AsOf asOf = read(request.getParameterValues(PARAMETER), Asker.of(request));
        if (asOf.past() != null) {
            refuseLater(asOf.past(), request.getParameter(AtLeast.PARAMETER));
        }
        request.setAttribute(PARAMETER, asOf, RequestAttributes.SCOPE_REQUEST);
        return asOf;
    }

    private AsOf read(String @Nullable [] asked, Asker asker) {
        if (asked == null || (asker == Asker.PAGE && asked.length == 1 && asked[0].isBlank())) {
            return AsOf.now();
        }
        if (asked.length > 1) {
            throw Problems.invalid(PARAMETER, "is given more than once");
        }
        return DIGITS.matcher(asked[0]).matches()
                ? moments.at(position(asked[0]))
                : moments.at(instant(asked[0], asker));
    }

    private static long position(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException tooLong) {
            throw malformed();
        }
    }

    /** In a query {@code +} means a space: an offset east of Greenwich arrives with one. */
    private static Instant instant(String text, Asker asker) {
        try {
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException noInstant) {
            if (asker == Asker.PAGE) {
                return local(text);
            }
            throw malformed();
        }
    }

    private static Instant local(String text) {
        try {
            return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException noTimeAtAll) {
            throw malformed();
        }
    }

    /** What is asked for at least is in no answer as of an earlier position, however long it waits. */
    private static void refuseLater(AsOf.Position past, @Nullable String atLeast) {
        if (atLeast != null && DIGITS.matcher(atLeast).matches() && position(atLeast) > past.position()) {
            throw Problems.invalid(
                    AtLeast.PARAMETER, "is later than the moment asked for, which is position " + past.position());
        }
    }

    private static ProblemException malformed() {
        return Problems.invalid(
                PARAMETER,
                "must be a position of the log, such as 1200, or an RFC 3339 instant, such as 2026-11-25T18:30:00Z");
    }
}
