package io.shiporskip.query.asking;

import io.shiporskip.query.projecting.serve.Reading;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Which read models a request was answered from, noted by the request itself, so that no feature has to carry it along:
 * the entity tag names their generations, and what leaves an event out says so.
 */
public final class OpenedModels {

    private static final String NAME = OpenedModels.class.getName();

    private final TreeSet<String> rebuilt = new TreeSet<>();
    private final TreeSet<String> incomplete = new TreeSet<>();

    private OpenedModels() {}

    /** Called with each reading that is opened; outside of a request it is nobody's. */
    public static void note(Reading reading) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
            OpenedModels models = of(request.getRequest());
            reading.generations().stream()
                    .filter(generation -> generation.number() > 1)
                    .forEach(generation -> models.rebuilt.add(generation.toString()));
            models.incomplete.addAll(reading.incomplete());
        }
    }

    /** Called with the names of those that leave an event out, of a past that was read; outside of a request it is nobody's. */
    public static void noteIncomplete(Collection<String> names) {
        if (!names.isEmpty()
                && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
            of(request.getRequest()).incomplete.addAll(names);
        }
    }

    public static OpenedModels of(HttpServletRequest request) {
        if (request.getAttribute(NAME) instanceof OpenedModels known) {
            return known;
        }
        var none = new OpenedModels();
        request.setAttribute(NAME, none);
        return none;
    }

    /** Names of those that leave an event out, in alphabetical order. */
    public List<String> incomplete() {
        return List.copyOf(incomplete);
    }

    /**
     * Tells apart what the same position may say: generations beyond the first, since a rebuild may correct a document, and
     * the mark. Empty where there is neither.
     */
    String edition() {
        var parts = new TreeSet<>(rebuilt);
        incomplete.forEach(model -> parts.add(model + "!"));
        return String.join("+", parts);
    }
}
