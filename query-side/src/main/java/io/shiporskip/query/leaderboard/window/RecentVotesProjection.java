package io.shiporskip.query.leaderboard.window;

import io.shiporskip.events.community.BallotEvent;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.RecordedEvent;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One document a tool, by slug: its votes in each window and by hour. */
@Component
public final class RecentVotesProjection implements Projection<RecentVotes> {

    @Override
    public String name() {
        return "recent-votes";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public boolean checkpointed() {
        return true;
    }

    @Override
    public Class<RecentVotes> form() {
        return RecentVotes.class;
    }

    @Override
    public Set<String> touches(RecordedEvent event) {
        return event.payload() instanceof BallotEvent ballot
                ? Set.of(ballot.tool().slug())
                : Set.of();
    }

    @Override
    public RecentVotes fold(@Nullable RecentVotes before, RecordedEvent event) {
        BallotMove move = Objects.requireNonNull(BallotMove.of(event));
        RecentVotes votes = before == null ? RecentVotes.none(move.hour()) : before.at(move.hour());
        return votes.with(move);
    }
}
