package io.shiporskip.command.panel;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.shiporskip.command.Refusal;
import io.shiporskip.command.axon.DecidedAggregate;
import io.shiporskip.command.axon.Fixtures;
import io.shiporskip.events.panel.PanelTake;
import io.shiporskip.events.panel.PanelTakeRetracted;
import io.shiporskip.events.panel.PanelTakeRevised;
import io.shiporskip.events.panel.PanelTakeSubmitted;
import io.shiporskip.events.panel.PanelVerdictChanged;
import io.shiporskip.events.panel.Seat;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.verdict.Choice;
import io.shiporskip.events.verdict.Verdict;
import java.util.Map;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class PanelReviewTest {

    private static final ToolId PIE = new ToolId("pie-chart");

    private final FixtureConfiguration<PanelReview> review = Fixtures.of(PanelReview.class);

    @Test
    void theFirstTakeTipsTheVerdictInItsOwnCommit() {
        review.givenNoPriorActivity()
                .when(take(Seat.BUILDER, 85, Choice.SHIP))
                .expectEvents(
                        submitted(Seat.BUILDER, 85, Choice.SHIP, 1),
                        new PanelVerdictChanged(PIE, Verdict.NONE, Verdict.SHIP, 1, 0));
    }

    @Test
    void aTakeThatTipsNothingStandsAlone() {
        review.given(submitted(Seat.BUILDER, 85, Choice.SHIP, 1))
                .when(take(Seat.PM, 70, Choice.SHIP))
                .expectEvents(submitted(Seat.PM, 70, Choice.SHIP, 1));
    }

    @Test
    void aScoreDoesNotDecideTheVerdict() {
        review.given(submitted(Seat.BUILDER, 85, Choice.SHIP, 1))
                .when(take(Seat.SKEPTIC, 95, Choice.SKIP))
                .expectEvents(
                        submitted(Seat.SKEPTIC, 95, Choice.SKIP, 1),
                        new PanelVerdictChanged(PIE, Verdict.SHIP, Verdict.SPLIT, 1, 1));
    }

    @Test
    void aSeatThatSpeaksAgainRevises() {
        review.given(submitted(Seat.BUILDER, 85, Choice.SHIP, 1))
                .when(take(Seat.BUILDER, 40, Choice.SKIP))
                .expectEvents(
                        new PanelTakeRevised(PIE, Seat.BUILDER, new PanelTake(40, Choice.SKIP, "Because.", 2)),
                        new PanelVerdictChanged(PIE, Verdict.SHIP, Verdict.SKIP, 0, 1));
    }

    @Test
    void theSameTakeAgainWritesNothing() {
        review.given(submitted(Seat.BUILDER, 85, Choice.SHIP, 1))
                .when(take(Seat.BUILDER, 85, Choice.SHIP))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aRetractionMayTipTheVerdictToo() {
        review.given(submitted(Seat.BUILDER, 85, Choice.SHIP, 1))
                .when(new RetractPanelTake(PIE, Seat.BUILDER))
                .expectEvents(
                        new PanelTakeRetracted(PIE, Seat.BUILDER),
                        new PanelVerdictChanged(PIE, Verdict.SHIP, Verdict.NONE, 0, 0));
    }

    @Test
    void anEmptySeatHasNothingToRetract() {
        review.givenNoPriorActivity()
                .when(new RetractPanelTake(PIE, Seat.PM))
                .expectResultMessagePayload(-1L)
                .expectNoEvents();
    }

    @Test
    void revisionsCountOnAfterARetraction() {
        review.given(
                        submitted(Seat.BUILDER, 85, Choice.SHIP, 1),
                        new PanelTakeRevised(PIE, Seat.BUILDER, new PanelTake(86, Choice.SHIP, "More.", 2)),
                        submitted(Seat.PM, 60, Choice.SHIP, 1),
                        new PanelTakeRetracted(PIE, Seat.BUILDER))
                .when(take(Seat.BUILDER, 85, Choice.SHIP))
                .expectEvents(submitted(Seat.BUILDER, 85, Choice.SHIP, 3));
    }

    @Test
    void aWriteOnAReviewThatHasMovedOnIsStale() {
        review.given(submitted(Seat.BUILDER, 85, Choice.SHIP, 1))
                .when(take(Seat.BUILDER, 1, Choice.SKIP), Map.of(DecidedAggregate.SEEN, -1L))
                .expectNoEvents()
                .expectException(Fixtures.refusal(Refusal.Reason.STALE));
    }

    @Test
    void aScoreIsOfAHundred() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> take(Seat.PM, 101, Choice.SHIP))
                .withMessageContaining("101");
        assertThatIllegalArgumentException().isThrownBy(() -> take(Seat.PM, -1, Choice.SHIP));
    }

    private static SubmitPanelTake take(Seat seat, int score, Choice verdict) {
        return new SubmitPanelTake(PIE, seat, score, verdict, "Because.");
    }

    private static PanelTakeSubmitted submitted(Seat seat, int score, Choice verdict, int revision) {
        return new PanelTakeSubmitted(PIE, seat, new PanelTake(score, verdict, "Because.", revision));
    }
}
