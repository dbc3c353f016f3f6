package io.shiporskip.query.sample;

import io.shiporskip.events.DomainEvent;
import io.shiporskip.events.community.BallotEvent;
import io.shiporskip.events.community.CommunityVoteCast;
import io.shiporskip.events.community.CommunityVoteChanged;
import io.shiporskip.events.community.CommunityVoteInvalidated;
import io.shiporskip.events.community.CommunityVoteRestored;
import io.shiporskip.events.community.CommunityVoteWithdrawn;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets each ballot's event say when its ballot last changed, as the command side does. */
final class BallotTimes {

    private final Map<String, Instant> last = new HashMap<>();

    /** @param time of this event */
    DomainEvent stamped(DomainEvent event, Instant time) {
        return event instanceof BallotEvent ballot ? stamped(ballot, last.put(ballot.stream(), time)) : event;
    }

    private static DomainEvent stamped(BallotEvent event, @Nullable Instant before) {
        return switch (event) {
            case CommunityVoteCast e ->
                new CommunityVoteCast(e.tool(), e.voter(), e.choice(), e.countedBefore(), e.countedAfter(), before);
            case CommunityVoteChanged e ->
                new CommunityVoteChanged(e.tool(), e.voter(), e.choice(), e.countedBefore(), e.countedAfter(), before);
            case CommunityVoteWithdrawn e ->
                new CommunityVoteWithdrawn(
                        e.tool(), e.voter(), e.choice(), e.countedBefore(), e.countedAfter(), before);
            case CommunityVoteInvalidated e ->
                new CommunityVoteInvalidated(
                        e.tool(), e.voter(), e.choice(), e.countedBefore(), e.countedAfter(), before, e.reason());
            case CommunityVoteRestored e ->
                new CommunityVoteRestored(
                        e.tool(), e.voter(), e.choice(), e.countedBefore(), e.countedAfter(), before, e.reason());
        };
    }
}
