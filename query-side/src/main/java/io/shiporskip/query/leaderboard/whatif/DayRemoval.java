package io.shiporskip.query.leaderboard.whatif;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.events.community.BallotEvent;
import io.shiporskip.events.panel.PanelEvent;
import io.shiporskip.events.panel.PanelTake;
import io.shiporskip.events.panel.PanelTakeRetracted;
import io.shiporskip.events.panel.PanelTakeRevised;
import io.shiporskip.events.panel.PanelTakeSubmitted;
import io.shiporskip.events.panel.PanelVerdictChanged;
import io.shiporskip.events.panel.Seat;
import io.shiporskip.query.leaderboard.ranking.SeatScore;
import io.shiporskip.query.leaderboard.window.BallotCorrection;
import io.shiporskip.query.projecting.RecordedEvent;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes one day out of the log, and folds again what it touched. A day is what the log took in on it, by its blocks' times:
 * they never go back along the log, so a day is one stretch of it, found by bisection, and positions and days agree. An
 * event's own time may lie a moment before its block's; at midnight it is the block that decides.
 *
 * <p>The cost is that of the day's events and of the streams they stand in, whatever the length of the log.
 */
public final class DayRemoval {

    /** A day with more events than this is not taken out: it would take too long. */
    public static final long MOST_EVENTS = 20_000;

    private static final int BATCH = 1_000;

    private final DayLog log;

    public DayRemoval(DayLog log) {
        this.log = log;
    }

    /** A stretch of the log. */
    private record Stretch(long first, long last) {

        boolean holds(RecordedEvent event) {
            return event.position() >= first && event.position() <= last;
        }
    }

    /**
     * @param day of UTC
     * @param upTo the position that the board is of: later events are of no concern
     * @throws io.shiporskip.edge.problem.ProblemException invalid (422) when too much happened on that day
     */
    public WithoutDay of(LocalDate day, long upTo) {
        Stretch stretch = stretch(day, upTo);
        long size = stretch.last() - stretch.first() + 1;
        if (size > MOST_EVENTS) {
            throw Problems.invalid(
                    "withoutDay",
                    "has %,d events in the log, and a day of more than %,d is not worked out"
                            .formatted(size, MOST_EVENTS));
        }
        var ballots = new LinkedHashSet<String>();
        var panels = new LinkedHashSet<String>();
        long events = 0;
        for (RecordedEvent event : events(stretch)) {
            if (event.payload() instanceof BallotEvent ballot) {
                ballots.add(ballot.stream());
                events++;
            } else if (event.payload() instanceof PanelEvent panel) {
                panels.add(panel.stream());
                events++;
            }
        }
        return new WithoutDay(events, ballots(ballots, stretch, upTo), takes(panels, stretch, upTo));
    }

    private Stretch stretch(LocalDate day, long upTo) {
        var start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        var end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Duration tick = Duration.ofMillis(1);
        return new Stretch(log.positionAt(start.minus(tick)) + 1, Math.min(upTo, log.positionAt(end.minus(tick))));
    }

    private List<RecordedEvent> events(Stretch stretch) {
        var events = new ArrayList<RecordedEvent>();
        long position = stretch.first() - 1;
        while (position < stretch.last()) {
            List<RecordedEvent> batch = log.after(position, BATCH);
            batch.stream().filter(stretch::holds).forEach(events::add);
            position = batch.getLast().position();
        }
        return events;
    }

    private List<BallotCorrection> ballots(Set<String> streams, Stretch stretch, long upTo) {
        var refolded = new ArrayList<BallotCorrection>();
        for (String stream : streams) {
            List<RecordedEvent> events = log.stream(stream, upTo);
            BallotReplay whole = BallotReplay.of(events);
            BallotReplay rest = BallotReplay.of(remaining(events, stretch));
            String slug = ((BallotEvent) events.getLast().payload()).tool().slug();
            refolded.add(new BallotCorrection(
                    slug, whole.counted(), events.getLast().time(), rest.counted(), rest.changedAt()));
        }
        return List.copyOf(refolded);
    }

    private Map<String, List<SeatScore>> takes(Set<String> streams, Stretch stretch, long upTo) {
        var refolded = new HashMap<String, List<SeatScore>>();
        for (String stream : streams) {
            List<RecordedEvent> events = log.stream(stream, upTo);
            var takes = new EnumMap<Seat, SeatScore>(Seat.class);
            remaining(events, stretch).forEach(event -> apply(takes, (PanelEvent) event.payload()));
            String slug = ((PanelEvent) events.getFirst().payload()).tool().slug();
            refolded.put(slug, List.copyOf(takes.values()));
        }
        return Map.copyOf(refolded);
    }

    private static List<RecordedEvent> remaining(List<RecordedEvent> events, Stretch stretch) {
        return events.stream().filter(event -> !stretch.holds(event)).toList();
    }

    private static void apply(Map<Seat, SeatScore> takes, PanelEvent event) {
        switch (event) {
            case PanelTakeSubmitted submitted -> takes.put(submitted.seat(), score(submitted.seat(), submitted.take()));
            case PanelTakeRevised revised -> takes.put(revised.seat(), score(revised.seat(), revised.take()));
            case PanelTakeRetracted retracted -> takes.remove(retracted.seat());
            case PanelVerdictChanged _ -> {}
        }
    }

    private static SeatScore score(Seat seat, PanelTake take) {
        return new SeatScore(seat, take.score(), take.verdict());
    }
}
