package io.shiporskip.query.leaderboard.window;

import io.shiporskip.events.community.BallotEvent;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.RecordedEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One document a tool and day of UTC: the ballots last changed then, by hour. An event changes one document or two: what
 * it takes off stands in one that exists, so a document that does not exist yet is the one it puts on.
 */
@Component
public final class VoteDayProjection implements Projection<VoteDay> {

    static final String DAY = "day";

    @Override
    public String name() {
        return "vote-day";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Class<VoteDay> form() {
        return VoteDay.class;
    }

    @Override
    public Set<String> touches(RecordedEvent event) {
        BallotMove move = event.payload() instanceof BallotEvent ? BallotMove.of(event) : null;
        if (move == null) {
            return Set.of();
        }
        var touched = new HashSet<String>();
        if (move.off() != null) {
            touched.add(VoteDay.id(move.slug(), move.off().hour().day()));
        }
        if (move.on() != null) {
            touched.add(VoteDay.id(move.slug(), move.on().hour().day()));
        }
        return touched;
    }

    @Override
    public VoteDay fold(@Nullable VoteDay before, RecordedEvent event) {
        BallotMove move = Objects.requireNonNull(BallotMove.of(event));
        VoteDay day = before;
        if (day == null) {
            BallotMove.Change first = Objects.requireNonNull(move.on(), "the ballot was never counted that day");
            day = new VoteDay(move.slug(), first.hour().day(), List.of());
        }
        if (move.off() != null && move.off().hour().day().equals(day.day())) {
            day = day.with(move.off(), -1);
        }
        if (move.on() != null && move.on().hour().day().equals(day.day())) {
            day = day.with(move.on(), 1);
        }
        return day;
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of(DAY));
    }
}
