package io.shiporskip.edge.visitor;

import io.shiporskip.edge.limit.PerAddress;
import io.shiporskip.edge.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;

/** How many new visitors one network address may become in an hour. */
final class NewVisitorLimit {

    private static final Duration HOUR = Duration.ofHours(1);

    private final int perHour;
    private final PerAddress visitors;

    /** @param perHour 0 for no limit */
    NewVisitorLimit(int perHour) {
        this.perHour = perHour;
        this.visitors = new PerAddress(Math.max(1, perHour), HOUR);
    }

    /** Counts one new visitor; refuses one too many with 429 and the time until the next may come. */
    void count(HttpServletRequest request) {
        if (perHour > 0) {
            visitors.tooMany(request).ifPresent(wait -> {
                throw Problems.tooManyVisitors(perHour, wait);
            });
        }
    }
}
