package io.shiporskip.query.leaderboard.whatif;

import io.shiporskip.events.community.BallotEvent;
import io.shiporskip.events.community.CommunityVoteCast;
import io.shiporskip.events.community.CommunityVoteChanged;
import io.shiporskip.events.community.CommunityVoteInvalidated;
import io.shiporskip.events.community.CommunityVoteRestored;
import io.shiporskip.events.community.CommunityVoteWithdrawn;
import io.shiporskip.events.verdict.Counted;
import io.shiporskip.query.projecting.RecordedEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ballot folded from some of its events. What an event says of the count before and after it no longer holds when others
 * are missing, so the ballot is folded from what its voter and its moderators did.
 *
 * @param choice what the voter wants
 * @param setAside whether a moderator or a rule has set it aside
 * @param changedAt time of the last of those events; null without any
 */
record BallotReplay(
        Counted choice, boolean setAside, @Nullable Instant changedAt) {

    private static final BallotReplay BLANK = new BallotReplay(Counted.NONE, false, null);

    static BallotReplay of(List<RecordedEvent> events) {
        BallotReplay ballot = BLANK;
        for (RecordedEvent event : events) {
            ballot = ballot.after((BallotEvent) event.payload(), event.time());
        }
        return ballot;
    }

    Counted counted() {
        return setAside ? Counted.NONE : choice;
    }

    private BallotReplay after(BallotEvent event, Instant time) {
        return switch (event) {
            case CommunityVoteCast cast -> new BallotReplay(cast.choice(), setAside, time);
            case CommunityVoteChanged changed -> new BallotReplay(changed.choice(), setAside, time);
            case CommunityVoteWithdrawn _ -> new BallotReplay(Counted.NONE, setAside, time);
            case CommunityVoteInvalidated _ -> new BallotReplay(choice, true, time);
            case CommunityVoteRestored _ -> new BallotReplay(choice, false, time);
        };
    }
}
