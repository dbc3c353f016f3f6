package io.shiporskip.query.leaderboard.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shiporskip.edge.problem.ProblemException;
import io.shiporskip.events.DomainEvent;
import io.shiporskip.events.community.BallotEvent;
import io.shiporskip.events.panel.PanelEvent;
import io.shiporskip.events.verdict.Counted;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.read.LogReader;
import io.shiporskip.query.community.Tally;
import io.shiporskip.query.leaderboard.LeaderboardProjection;
import io.shiporskip.query.leaderboard.ranking.Board;
import io.shiporskip.query.leaderboard.ranking.RankedBy;
import io.shiporskip.query.leaderboard.ranking.Standing;
import io.shiporskip.query.projecting.RecordedEvent;
import io.shiporskip.query.sample.EventDecoding;
import io.shiporskip.query.sample.RandomHistory;
import io.shiporskip.query.sample.TestDatabase;
import io.shiporskip.query.sample.TestLog;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A day taken out of the real log, against folding a log in which its votes and takes never were. */
class WithoutDayTest {

    private static final int EVENTS = 250;
    private static final Instant START = Instant.parse("2026-10-30T12:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private static TestDatabase server;

    @BeforeContainer
    static void open() {
        server = new TestDatabase();
    }

    @AfterContainer
    static void close() {
        assertThat(server.scans()).as("queries that no index served").isEmpty();
        server.close();
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void itLeavesWhatALogWithoutThatDaysVotesAndTakesGives(@ForAll long seed) {
        var random = new Random(seed);
        DayLog log = written(RandomHistory.of(seed, EVENTS), random);
        List<RecordedEvent> all = log.after(0, 10 * EVENTS);
        LocalDate last = day(all.getLast());
        for (LocalDate day = day(all.getFirst()).minusDays(1); !day.isAfter(last.plusDays(1)); day = day.plusDays(1)) {
            long upTo = 1L + random.nextInt(all.size());
            List<RecordedEvent> seen = all.subList(0, (int) upTo);
            LocalDate removed = day;
            List<RecordedEvent> kept =
                    seen.stream().filter(event -> !isOpinionOf(removed, event)).toList();

            WithoutDay without = new DayRemoval(log).of(day, upTo);

            List<Standing> left = without.of(folded(seen));
            assertThat(left).as("without %s", day).containsExactlyInAnyOrderElementsOf(folded(kept));
            assertThat(without.events()).isEqualTo(seen.size() - kept.size());
            assertThat(Board.of(left, RankedBy.OVERALL)).isEqualTo(Board.of(folded(kept), RankedBy.OVERALL));
        }
    }

    @Test
    void aDayInWhichTooMuchHappenedIsRefused() {
        DayLog log = new DayLog() {
            @Override
            public long positionAt(Instant instant) {
                return instant.isBefore(START) ? 5 : 6 + DayRemoval.MOST_EVENTS;
            }

            @Override
            public List<RecordedEvent> after(long position, int limit) {
                throw new AssertionError("nothing of it is read");
            }

            @Override
            public List<RecordedEvent> stream(String name, long upTo) {
                throw new AssertionError("nothing of it is read");
            }
        };
        assertThatThrownBy(() -> new DayRemoval(log).of(LocalDate.parse("2026-10-30"), Long.MAX_VALUE))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem ->
                                assertThat(problem.errors().getFirst().field()).isEqualTo("withoutDay"));
    }

    /** A few events at a time, some hours apart; now and then older ones than the block before. */
    private static DayLog written(List<DomainEvent> events, Random random) {
        var database = server.fresh();
        try (var log = new TestLog(database, new LogWakeUp())) {
            Instant time = START;
            for (int from = 0; from < events.size(); ) {
                int to = Math.min(events.size(), from + 1 + random.nextInt(25));
                time = time.plus(Duration.ofMinutes(random.nextInt(1_200)));
                long behind = random.nextInt(4) == 0 ? random.nextInt(600) : 0;
                log.append(events.subList(from, to), time.minus(Duration.ofMinutes(behind)));
                from = to;
            }
        }
        return new LogDays(new LogReader(database), EventDecoding::decode);
    }

    private static LocalDate day(RecordedEvent event) {
        return LocalDate.ofInstant(event.at(), ZoneOffset.UTC);
    }

    private static boolean isOpinionOf(LocalDate day, RecordedEvent event) {
        boolean opinion = event.payload() instanceof BallotEvent || event.payload() instanceof PanelEvent;
        return opinion && day(event).equals(day);
    }

    /** Catalogue and panels by the projection, tallies from every single ballot. */
    private static List<Standing> folded(List<RecordedEvent> events) {
        var projection = new LeaderboardProjection();
        var standings = new HashMap<String, Standing>();
        var ballots = new LinkedHashMap<String, List<RecordedEvent>>();
        for (RecordedEvent event : events) {
            if (event.payload() instanceof BallotEvent ballot) {
                ballots.computeIfAbsent(ballot.stream(), _ -> new ArrayList<>()).add(event);
            } else {
                for (String slug : projection.touches(event)) {
                    standings.compute(slug, (_, before) -> projection.fold(before, event));
                }
            }
        }
        var tallies = new HashMap<String, Tally>();
        ballots.values().forEach(ballot -> count(ballot, tallies));
        return standings.values().stream()
                .map(tool -> tool.with(tallies.getOrDefault(tool.slug(), Tally.NONE)))
                .sorted(Comparator.comparing(Standing::slug))
                .toList();
    }

    private static void count(List<RecordedEvent> ballot, Map<String, Tally> tallies) {
        Counted wanted = Counted.NONE;
        boolean aside = false;
        String tool = "";
        for (RecordedEvent event : ballot) {
            tool = ((BallotEvent) event.payload()).tool().slug();
            switch (event.payload().getClass().getSimpleName()) {
                case "CommunityVoteInvalidated" -> aside = true;
                case "CommunityVoteRestored" -> aside = false;
                default -> wanted = ((BallotEvent) event.payload()).choice();
            }
        }
        Counted counted = aside ? Counted.NONE : wanted;
        tallies.merge(tool, add(null, counted), (before, _) -> add(before, counted));
    }

    private static Tally add(@Nullable Tally before, Counted counted) {
        Tally tally = before == null ? Tally.NONE : before;
        return switch (counted) {
            case SHIP -> new Tally(tally.ships() + 1, tally.skips());
            case SKIP -> new Tally(tally.ships(), tally.skips() + 1);
            case NONE -> tally;
        };
    }
}
