package io.shiporskip.query.leaderboard.window;

import io.shiporskip.query.community.Tally;
import io.shiporskip.query.projecting.RecordedEvent;
import io.shiporskip.query.projecting.store.Generation;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Every tool's recent votes at one position. A tool without any may be absent.
 *
 * @param generation of the stored days it began with
 * @param at the position's time
 */
public record RecentVotesAt(Generation generation, long position, Instant at, Map<String, RecentVotes> tools) {

    private static final BiPredicate<String, Long> NEVER = (id, position) -> false;

    /** The votes on a tool that were last changed in a window, which is not all time. */
    public Tally in(Window window, String slug) {
        return of(slug).in(window);
    }

    /** A tool's fresh ships less its fresh skips; null when none of its votes is fresh. */
    public @Nullable Double trending(String slug, Decay decay) {
        return decay.sum(of(slug).hours(), VoteHour.of(at).sinceEpoch());
    }

    /** With some ballots that count otherwise: a correction of the past, at the same position. */
    public RecentVotesAt corrected(Collection<BallotCorrection> ballots) {
        var now = new HashMap<>(tools);
        Spans spans = Spans.at(at);
        for (BallotCorrection ballot : ballots) {
            BallotMove.Change off = BallotMove.change(ballot.changedAt(), ballot.counted());
            BallotMove.Change on = BallotMove.change(ballot.insteadAt(), ballot.instead());
            apply(now, ballot.slug(), off, -1, position, spans, NEVER);
            apply(now, ballot.slug(), on, 1, position, spans, NEVER);
        }
        return new RecentVotesAt(generation, position, at, Map.copyOf(now));
    }

    private RecentVotes of(String slug) {
        return tools.getOrDefault(slug, RecentVotes.NONE);
    }

    RecentVotesAt after(List<RecordedEvent> events) {
        return after(events, NEVER);
    }

    /**
     * @param events those that follow, in log order without gaps
     * @param counted whether a stored day, by its id, held the event at a position already
     */
    RecentVotesAt after(List<RecordedEvent> events, BiPredicate<String, Long> counted) {
        if (events.isEmpty()) {
            return this;
        }
        var now = new HashMap<>(tools);
        Spans spans = Spans.at(at);
        for (RecordedEvent event : events) {
            Spans next = Spans.at(event.at());
            if (next.now() != spans.now()) {
                Spans before = spans;
                now.replaceAll((slug, votes) -> votes.rolled(before, next));
            }
            spans = next;
            BallotMove move = BallotMove.of(event);
            if (move != null) {
                apply(now, move.slug(), move.off(), -1, event.position(), spans, counted);
                apply(now, move.slug(), move.on(), 1, event.position(), spans, counted);
            }
        }
        RecordedEvent last = events.getLast();
        return new RecentVotesAt(generation, last.position(), last.at(), Map.copyOf(now));
    }

    private static void apply(
            Map<String, RecentVotes> tools,
            String slug,
            BallotMove.@Nullable Change change,
            int by,
            long position,
            Spans spans,
            BiPredicate<String, Long> counted) {
        if (change != null && !counted.test(VoteDay.id(slug, change.hour().day()), position)) {
            RecentVotes before = tools.getOrDefault(slug, RecentVotes.NONE);
            tools.put(slug, before.plus(change, by, spans));
        }
    }
}
