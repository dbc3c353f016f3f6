package io.shiporskip.query.leaderboard.window;

import io.shiporskip.events.community.BallotEvent;
import io.shiporskip.events.verdict.Counted;
import io.shiporskip.query.community.Tally;
import io.shiporskip.query.projecting.RecordedEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recent votes the slow way: every ballot is remembered, with its last change, and all are counted at the end. */
final class CountedByHand {

    private record Ballot(String slug, Counted counted, Instant changed) {}

    private final Map<String, Ballot> ballots = new HashMap<>();
    private Instant at = Instant.EPOCH;

    CountedByHand(List<RecordedEvent> events) {
        for (RecordedEvent event : events) {
            at = event.at();
            if (event.payload() instanceof BallotEvent ballot) {
                ballots.put(ballot.stream(), new Ballot(ballot.tool().slug(), ballot.countedAfter(), event.time()));
            }
        }
    }

    Tally in(Window window, String slug) {
        Instant start = window.start(at);
        long ships = count(slug, Counted.SHIP, start);
        long skips = count(slug, Counted.SKIP, start);
        return new Tally(ships, skips);
    }

    /** By the decay's own words, in numbers that are wide enough. */
    double trending(String slug, int halfLife) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Ballot ballot : ballots.values()) {
            long age = Duration.between(hour(ballot.changed()), hour(at)).toHours();
            if (ballot.slug().equals(slug) && age < Decay.HOURS && ballot.counted() != Counted.NONE) {
                var weight = BigDecimal.valueOf(Math.pow(0.5, (double) age / halfLife));
                sum = ballot.counted() == Counted.SHIP ? sum.add(weight) : sum.subtract(weight);
            }
        }
        return sum.doubleValue();
    }

    private static Instant hour(Instant time) {
        return time.truncatedTo(ChronoUnit.HOURS);
    }

    private long count(String slug, Counted choice, @Nullable Instant start) {
        return ballots.values().stream()
                .filter(ballot -> ballot.slug().equals(slug) && ballot.counted() == choice)
                .filter(ballot -> start == null || !ballot.changed().isBefore(start))
                .count();
    }
}
