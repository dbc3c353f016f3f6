package io.shiporskip.query.leaderboard.window;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * The stretch of time whose votes a board counts: the UTC week (from Monday, ISO 8601), month or year that a position's
 * time lies in, or all of it. A ballot counts in the windows it was last changed in.
 */
public enum Window {
    @JsonProperty("all")
    ALL,
    @JsonProperty("week")
    WEEK,
    @JsonProperty("month")
    MONTH,
    @JsonProperty("year")
    YEAR;

    /** @return the first instant of the window that ends at {@code at}; null for all time */
    public @Nullable Instant start(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        LocalDate first = switch (this) {
            case ALL -> null;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
        return first == null ? null : first.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
