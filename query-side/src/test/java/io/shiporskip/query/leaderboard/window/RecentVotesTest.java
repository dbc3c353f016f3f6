package io.shiporskip.query.leaderboard.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shiporskip.query.projecting.BatchFold;
import io.shiporskip.query.projecting.Folded;
import io.shiporskip.query.projecting.RecordedEvent;
import io.shiporskip.query.sample.ListedEvents;
import io.shiporskip.query.sample.RandomHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Votes by window and by decay, folded from events one by one, against a count of every ballot. */
class RecentVotesTest {

    private static final int EVENTS = 400;
    private static final int TOOLS = 8;

    /** Two weeks before a year ends, so that weeks, months and the year begin anew on the way. */
    private static final Instant START = Instant.parse("2026-12-18T00:00:00Z");

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void atEveryPositionItCountsWhatACountOfEveryBallotGives(@ForAll long seed) {
        List<RecordedEvent> log = log(seed);
        var fold = new BatchFold<>(new RecentVotesProjection());
        var documents = new HashMap<String, Folded<RecentVotes>>();
        var random = new Random(seed);
        int position = 0;
        while (position < log.size()) {
            int next = Math.min(log.size(), position + 1 + random.nextInt(20));
            fold.byDocument(log.subList(position, next))
                    .forEach((id, events) -> documents.compute(id, (same, before) -> fold.apply(id, before, events)));
            position = next;
            assertAgrees(documents, log.subList(0, position));
        }
    }

    @Property(tries = 100)
    void noOrderOfTheSameVotesMovesABitOfTheDecayedSum(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 24) int life) {
        var random = new Random(seed);
        var hours = new ArrayList<HourCount>();
        for (int age = 0; age < Decay.HOURS; age++) {
            hours.add(new HourCount(1_000L - age, random.nextInt(9_000), random.nextInt(9_000)));
        }
        Double inOrder = new Decay(life).sum(hours, 1_000);
        Collections.shuffle(hours, random);

        assertThat(new Decay(life).sum(hours, 1_000)).isEqualTo(inOrder);
    }

    @Test
    void aVoteWeighsHalfAsMuchAHalfLifeLaterAndNothingAfterAWeek() {
        var vote = List.of(new HourCount(1_000, 1, 0));

        assertThat(Decay.STANDARD.sum(vote, 1_000)).isEqualTo(1);
        assertThat(Decay.STANDARD.sum(vote, 1_024)).isEqualTo(0.5);
        assertThat(Decay.STANDARD.sum(vote, 1_048)).isEqualTo(0.25);
        assertThat(Decay.STANDARD.sum(vote, 1_167)).isGreaterThan(0);
        assertThat(Decay.STANDARD.sum(vote, 1_168)).isNull();
    }

    @Test
    void aWeekBeginsOnMondayAsInIso8601() {
        assertThat(Window.WEEK.start(Instant.parse("2027-01-03T23:59:59Z")))
                .isEqualTo(Instant.parse("2026-12-28T00:00:00Z"));
        assertThat(Window.WEEK.start(Instant.parse("2027-01-04T00:00:00Z")))
                .isEqualTo(Instant.parse("2027-01-04T00:00:00Z"));
        assertThat(Window.YEAR.start(Instant.parse("2027-01-03T23:59:59Z")))
                .isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
    }

    /** Days pass quickly; now and then an event is older than what is before it, as from a clock that runs behind. */
    private static List<RecordedEvent> log(long seed) {
        var random = new Random(seed);
        long[] minutes = {0};
        var log = new ListedEvents(RandomHistory.of(seed, EVENTS), position -> {
            minutes[0] += random.nextInt(150);
            long behind = random.nextInt(10) == 0 ? random.nextInt(3_000) : 0;
            return START.plus(Duration.ofMinutes(minutes[0] - behind));
        });
        return log.after(0, EVENTS);
    }

    private static void assertAgrees(Map<String, Folded<RecentVotes>> documents, List<RecordedEvent> log) {
        var states = new HashMap<String, RecentVotes>();
        documents.forEach((slug, votes) -> states.put(slug, votes.state()));
        var votes = new RecentVotesAt(log.getLast().at(), states);
        var byHand = new CountedByHand(log);
        for (int tool = 0; tool < TOOLS; tool++) {
            String slug = "tool-" + tool;
            for (Window window : new Window[] {Window.WEEK, Window.MONTH, Window.YEAR}) {
                assertThat(votes.in(window, slug))
                        .as("%s of %s at %s", window, slug, votes.at())
                        .isEqualTo(byHand.in(window, slug));
            }
            for (int halfLife : new int[] {1, 24}) {
                Double trending = votes.trending(slug, new Decay(halfLife));
                assertThat(trending == null ? 0.0 : trending).isEqualTo(byHand.trending(slug, halfLife), within(1e-7));
            }
        }
    }
}
