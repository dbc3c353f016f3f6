package io.shiporskip.events.community;

import io.shiporskip.events.DomainEvent;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.verdict.Counted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one voter's ballot on one tool. Each event tells its whole effect on a tally, so that a tally needs no
 * memory of voters: take {@link #countedBefore} off, put {@link #countedAfter} on.
 */
public sealed interface BallotEvent extends DomainEvent
        permits CommunityVoteCast,
                CommunityVoteChanged,
                CommunityVoteWithdrawn,
                CommunityVoteInvalidated,
                CommunityVoteRestored {

    ToolId tool();

    VoterId voter();

    /** What the voter wants after this event, counted or not; none when withdrawn. */
    Counted choice();

    /** How the ballot counted before this event. */
    Counted countedBefore();

    /** How the ballot counts after this event; none while it is set aside, whatever its voter does. */
    Counted countedAfter();

    /** When this ballot last changed before this event; absent at its first. */
    @Nullable Instant previousTime();

    @Override
    default String stream() {
        return streamOf(tool(), voter());
    }

    /** The stream of one voter's ballot on one tool: no two voters ever contend. */
    static String streamOf(ToolId tool, VoterId voter) {
        return "ballot:" + tool.slug() + ":" + voter.hash();
    }
}
