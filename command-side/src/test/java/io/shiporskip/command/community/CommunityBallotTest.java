package io.shiporskip.command.community;

import io.shiporskip.command.Refusal;
import io.shiporskip.command.axon.Fixtures;
import io.shiporskip.events.community.CommunityVoteCast;
import io.shiporskip.events.community.CommunityVoteChanged;
import io.shiporskip.events.community.CommunityVoteInvalidated;
import io.shiporskip.events.community.CommunityVoteRestored;
import io.shiporskip.events.community.CommunityVoteWithdrawn;
import io.shiporskip.events.community.VoterId;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.verdict.Choice;
import io.shiporskip.events.verdict.Counted;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommunityBallotTest {

    private static final ToolId PIE = new ToolId("pie-chart");
    private static final VoterId VOTER = new VoterId("0123456789abcdef0123456789abcdef");
    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");

    private final FixtureConfiguration<CommunityBallot> ballot = Fixtures.of(CommunityBallot.class);

    @Test
    void theFirstVoteCountsAndHasNoPreviousTime() {
        ballot.givenNoPriorActivity()
                .when(new CastCommunityVote(PIE, VOTER, Choice.SHIP))
                .expectEvents(cast(Counted.SHIP, Counted.NONE, Counted.SHIP, null));
    }

    @Test
    void theSameChoiceAgainWritesNothing() {
        ballot.given(cast(Counted.SHIP, Counted.NONE, Counted.SHIP, null))
                .when(new CastCommunityVote(PIE, VOTER, Choice.SHIP))
                .expectResultMessagePayload(0L)
                .expectNoEvents();
    }

    @Test
    void aChangeReplacesAndTellsWhenTheOldVoteWasCast() {
        ballot.givenCurrentTime(T0)
                .andGiven(cast(Counted.SHIP, Counted.NONE, Counted.SHIP, null))
                .andGivenCurrentTime(T0.plus(Duration.ofDays(3)))
                .when(new CastCommunityVote(PIE, VOTER, Choice.SKIP))
                .expectEvents(new CommunityVoteChanged(PIE, VOTER, Counted.SKIP, Counted.SHIP, Counted.SKIP, T0));
    }

    @Test
    void aVoteIsWithdrawnOnce() {
        ballot.givenCurrentTime(T0)
                .andGiven(cast(Counted.SKIP, Counted.NONE, Counted.SKIP, null))
                .when(new WithdrawCommunityVote(PIE, VOTER))
                .expectEvents(withdrawn(Counted.SKIP));
        Fixtures.of(CommunityBallot.class)
                .given(cast(Counted.SKIP, Counted.NONE, Counted.SKIP, null), withdrawn(Counted.SKIP))
                .when(new WithdrawCommunityVote(PIE, VOTER))
                .expectResultMessagePayload(1L)
                .expectNoEvents();
    }

    @Test
    void whereThereIsNoVoteWithdrawingWritesNothing() {
        ballot.givenNoPriorActivity()
                .when(new WithdrawCommunityVote(PIE, VOTER))
                .expectResultMessagePayload(-1L)
                .expectNoEvents();
    }

    @Test
    void aVoteAfterAWithdrawalIsCastAnew() {
        ballot.givenCurrentTime(T0)
                .andGiven(cast(Counted.SKIP, Counted.NONE, Counted.SKIP, null), withdrawn(Counted.SKIP))
                .when(new CastCommunityVote(PIE, VOTER, Choice.SKIP))
                .expectEvents(cast(Counted.SKIP, Counted.NONE, Counted.SKIP, T0));
    }

    @Test
    void aBallotSetAsideIsTakenOffTheCount() {
        ballot.givenCurrentTime(T0)
                .andGiven(cast(Counted.SHIP, Counted.NONE, Counted.SHIP, null))
                .when(new InvalidateCommunityVote(PIE, VOTER, "rule"))
                .expectEvents(setAside(Counted.SHIP, Counted.SHIP));
    }

    @Test
    void whateverItsVoterDoesABallotSetAsideCountsNone() {
        ballot.givenCurrentTime(T0)
                .andGiven(cast(Counted.SHIP, Counted.NONE, Counted.SHIP, null), setAside(Counted.SHIP, Counted.SHIP))
                .when(new CastCommunityVote(PIE, VOTER, Choice.SKIP))
                .expectEvents(new CommunityVoteChanged(PIE, VOTER, Counted.SKIP, Counted.NONE, Counted.NONE, T0));
        Fixtures.of(CommunityBallot.class)
                .givenCurrentTime(T0)
                .andGiven(cast(Counted.SHIP, Counted.NONE, Counted.SHIP, null), setAside(Counted.SHIP, Counted.SHIP))
                .when(new WithdrawCommunityVote(PIE, VOTER))
                .expectEvents(withdrawn(Counted.NONE));
    }

    @Test
    void aRestoredBallotCountsAsItsVoterLastChose() {
        ballot.givenCurrentTime(T0)
                .andGiven(
                        cast(Counted.SHIP, Counted.NONE, Counted.SHIP, null),
                        setAside(Counted.SHIP, Counted.SHIP),
                        new CommunityVoteChanged(PIE, VOTER, Counted.SKIP, Counted.NONE, Counted.NONE, T0))
                .when(new RestoreCommunityVote(PIE, VOTER, "mistaken"))
                .expectEvents(new CommunityVoteRestored(
                        PIE, VOTER, Counted.SKIP, Counted.NONE, Counted.SKIP, T0, "mistaken"));
    }

    @Test
    void settingAsideAndRestoringTwiceWriteNothing() {
        ballot.given(cast(Counted.SHIP, Counted.NONE, Counted.SHIP, null), setAside(Counted.SHIP, Counted.SHIP))
                .when(new InvalidateCommunityVote(PIE, VOTER, "again"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        Fixtures.of(CommunityBallot.class)
                .given(cast(Counted.SHIP, Counted.NONE, Counted.SHIP, null))
                .when(new RestoreCommunityVote(PIE, VOTER, "never set aside"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aBallotThatWasNeverCastCannotBeSetAsideNorRestored() {
        ballot.givenNoPriorActivity()
                .when(new InvalidateCommunityVote(PIE, VOTER, "rule"))
                .expectNoEvents()
                .expectException(Fixtures.refusal(Refusal.Reason.UNKNOWN_BALLOT));
        Fixtures.of(CommunityBallot.class)
                .givenNoPriorActivity()
                .when(new RestoreCommunityVote(PIE, VOTER, "rule"))
                .expectNoEvents()
                .expectException(Fixtures.refusal(Refusal.Reason.UNKNOWN_BALLOT));
    }

    private static CommunityVoteCast cast(Counted choice, Counted before, Counted after, @Nullable Instant previous) {
        return new CommunityVoteCast(PIE, VOTER, choice, before, after, previous);
    }

    private static CommunityVoteWithdrawn withdrawn(Counted before) {
        return new CommunityVoteWithdrawn(PIE, VOTER, Counted.NONE, before, Counted.NONE, T0);
    }

    private static CommunityVoteInvalidated setAside(Counted choice, Counted before) {
        return new CommunityVoteInvalidated(PIE, VOTER, choice, before, Counted.NONE, T0, "rule");
    }
}
