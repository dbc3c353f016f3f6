package io.shiporskip.query.web;

import io.shiporskip.events.panel.Seat;
import io.shiporskip.events.verdict.Choice;
import io.shiporskip.events.verdict.Verdict;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words and figures as pages show them: templates call it {@code say}. Always English and always the same digits,
 * whatever language the browser asks for, so that a figure reads alike on every page and in every copy of it.
 */
public final class Wording {

    /** What stands where a number does not exist. */
    public static final String NO_NUMBER = "–";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    public List<Seat> seats() {
        return List.of(Seat.values());
    }

    public String seat(Seat seat) {
        return switch (seat) {
            case BUILDER -> "Builder";
            case SKEPTIC -> "Skeptic";
            case FUTURIST -> "Futurist";
            case FOUNDER -> "Founder";
            case PM -> "PM";
        };
    }

    /** Such as {@code Builder, Skeptic, Founder}. */
    public String seats(List<Seat> seats) {
        return seats.stream().map(this::seat).collect(Collectors.joining(", "));
    }

    public String choice(Choice choice) {
        return choice == Choice.SHIP ? "Ship" : "Skip";
    }

    /** The choice as a form and a style name it: {@code ship} or {@code skip}. */
    public String word(Choice choice) {
        return choice == Choice.SHIP ? "ship" : "skip";
    }

    public String verdict(Verdict verdict) {
        return switch (verdict) {
            case SHIP -> "Ship";
            case SKIP -> "Skip";
            case SPLIT -> "Split";
            case NONE -> "No verdict";
        };
    }

    /** The verdict as a style names it. */
    public String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    /** Such as {@code Ship · 4 ship / 0 skip}. */
    public String panel(Verdict verdict, long ships, long skips) {
        return verdict == Verdict.NONE ? "No panel takes yet" : counted(verdict, ships, skips);
    }

    /** Such as {@code Ship · 12 ship / 3 skip}. */
    public String community(Verdict verdict, long ships, long skips) {
        return verdict == Verdict.NONE ? "No community votes yet" : counted(verdict, ships, skips);
    }

    private String counted(Verdict verdict, long ships, long skips) {
        return verdict(verdict) + " · " + count(ships) + " ship / " + count(skips) + " skip";
    }

    public String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Two decimals, or a dash for a number that does not exist. */
    public String two(@Nullable Double number) {
        return number == null ? NO_NUMBER : String.format(Locale.ROOT, "%.2f", number);
    }

    /** Whole percent, or a dash for a number that does not exist. */
    public String percent(@Nullable Double number) {
        return number == null ? NO_NUMBER : String.format(Locale.ROOT, "%.0f%%", number);
    }

    /** The ships' share of a bar 100 wide; ask only where there is something to share. */
    public String shipWidth(long ships, long skips) {
        return String.format(Locale.ROOT, "%.1f", 100.0 * ships / (ships + skips));
    }

    /** Such as {@code 1 November 2026, 12:00:07 UTC}. */
    public String instant(Instant instant) {
        return SECOND.format(instant) + " UTC";
    }

    /** As a form's field for a date and a time wants it, in UTC and whole seconds, none of which is cut off. */
    public String local(Instant instant) {
        return LocalDateTime.ofInstant(instant.plusNanos(999_999_999), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS)
                .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }

    /** A kind of event in words: {@code CommunityVoteCast} is a community vote cast. */
    public String event(String name) {
        String words = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Whole percent of a whole, rounded down: all of it is said only when it is all. */
    public String share(long part, long whole) {
        return whole <= 0 ? "100%" : Math.min(100, 100 * part / whole) + "%";
    }

    /** Such as {@code 1,204 KB} or {@code 38 MB}, in units of a thousand. */
    public String bytes(long bytes) {
        if (bytes < 10_000_000) {
            return count((bytes + 999) / 1_000) + " KB";
        }
        return bytes < 10_000_000_000L ? count(bytes / 1_000_000) + " MB" : count(bytes / 1_000_000_000) + " GB";
    }

    /** Such as {@code 40 s} or {@code 12 min}. */
    public String seconds(long seconds) {
        return seconds < 120 ? seconds + " s" : count((seconds + 59) / 60) + " min";
    }

    /** Time of day in UTC, to the second. */
    public String clock(Instant instant) {
        return CLOCK.format(instant);
    }

    public String day(Instant instant) {
        return DAY.format(instant);
    }
}
