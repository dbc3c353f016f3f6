package io.shiporskip.command.community;

import io.shiporskip.command.Decider;
import io.shiporskip.command.Refusal;
import io.shiporskip.events.community.BallotEvent;
import io.shiporskip.events.community.CommunityVoteCast;
import io.shiporskip.events.community.CommunityVoteChanged;
import io.shiporskip.events.community.CommunityVoteInvalidated;
import io.shiporskip.events.community.CommunityVoteRestored;
import io.shiporskip.events.community.CommunityVoteWithdrawn;
import io.shiporskip.events.verdict.Counted;
import java.time.Instant;
import java.util.List;

/** How a vote is cast, changed, withdrawn, set aside and restored, and what each does to the tally. */
public final class BallotDecider implements Decider<BallotCommand, BallotState, BallotEvent> {

    @Override
    public BallotState initial() {
        return BallotState.BLANK;
    }

    @Override
    public List<BallotEvent> decide(BallotState ballot, BallotCommand command) {
        return switch (command) {
            case CastCommunityVote cast -> cast(ballot, cast);
            case WithdrawCommunityVote withdraw -> withdraw(ballot, withdraw);
            case InvalidateCommunityVote invalidate -> invalidate(ballot, invalidate);
            case RestoreCommunityVote restore -> restore(ballot, restore);
        };
    }

    @Override
    public BallotState evolve(BallotState ballot, BallotEvent event, Instant at) {
        boolean setAside = switch (event) {
            case CommunityVoteInvalidated _ -> true;
            case CommunityVoteRestored _ -> false;
            case CommunityVoteCast _, CommunityVoteChanged _, CommunityVoteWithdrawn _ -> ballot.setAside();
        };
        return new BallotState(event.choice(), setAside, at);
    }

    private static List<BallotEvent> cast(BallotState ballot, CastCommunityVote cast) {
        Counted wanted = Counted.as(cast.choice());
        Counted after = ballot.countedFor(wanted);
        if (ballot.choice() == wanted) {
            return List.of();
        }
        return ballot.choice() == Counted.NONE
                ? List.of(new CommunityVoteCast(
                        cast.tool(), cast.voter(), wanted, ballot.counted(), after, ballot.changedAt()))
                : List.of(new CommunityVoteChanged(
                        cast.tool(), cast.voter(), wanted, ballot.counted(), after, ballot.changedAt()));
    }

    private static List<BallotEvent> withdraw(BallotState ballot, WithdrawCommunityVote withdraw) {
        return ballot.choice() == Counted.NONE
                ? List.of()
                : List.of(new CommunityVoteWithdrawn(
                        withdraw.tool(),
                        withdraw.voter(),
                        Counted.NONE,
                        ballot.counted(),
                        Counted.NONE,
                        ballot.changedAt()));
    }

    private static List<BallotEvent> invalidate(BallotState ballot, InvalidateCommunityVote invalidate) {
        requireCast(ballot);
        return ballot.setAside()
                ? List.of()
                : List.of(new CommunityVoteInvalidated(
                        invalidate.tool(),
                        invalidate.voter(),
                        ballot.choice(),
                        ballot.counted(),
                        Counted.NONE,
                        ballot.changedAt(),
                        invalidate.reason()));
    }

    private static List<BallotEvent> restore(BallotState ballot, RestoreCommunityVote restore) {
        requireCast(ballot);
        return ballot.setAside()
                ? List.of(new CommunityVoteRestored(
                        restore.tool(),
                        restore.voter(),
                        ballot.choice(),
                        Counted.NONE,
                        ballot.choice(),
                        ballot.changedAt(),
                        restore.reason()))
                : List.of();
    }

    private static void requireCast(BallotState ballot) {
        if (ballot.changedAt() == null) {
            throw new Refusal(Refusal.Reason.UNKNOWN_BALLOT, "This voter has never voted on this tool");
        }
    }
}
