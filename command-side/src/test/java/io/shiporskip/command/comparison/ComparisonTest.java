package io.shiporskip.command.comparison;

import io.shiporskip.command.axon.Fixtures;
import io.shiporskip.events.comparison.ComparisonId;
import io.shiporskip.events.comparison.ComparisonPublished;
import io.shiporskip.events.comparison.ComparisonWithdrawn;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final ComparisonId PAIR = ComparisonId.parse("bar-chart-vs-pie-chart");

    private final FixtureConfiguration<Comparison> comparison = Fixtures.of(Comparison.class);

    @Test
    void aPairIsPublishedOnce() {
        comparison.givenNoPriorActivity().when(new PublishComparison(PAIR)).expectEvents(new ComparisonPublished(PAIR));
        Fixtures.of(Comparison.class)
                .given(new ComparisonPublished(PAIR))
                .when(new PublishComparison(PAIR))
                .expectResultMessagePayload(0L)
                .expectNoEvents();
    }

    @Test
    void aPublishedPairIsWithdrawnAndMayComeBack() {
        comparison
                .given(new ComparisonPublished(PAIR))
                .when(new WithdrawComparison(PAIR))
                .expectEvents(new ComparisonWithdrawn(PAIR));
        Fixtures.of(Comparison.class)
                .given(new ComparisonPublished(PAIR), new ComparisonWithdrawn(PAIR))
                .when(new PublishComparison(PAIR))
                .expectEvents(new ComparisonPublished(PAIR));
    }

    @Test
    void whatIsNotPublishedCannotBeWithdrawnAndNothingIsWritten() {
        comparison
                .givenNoPriorActivity()
                .when(new WithdrawComparison(PAIR))
                .expectResultMessagePayload(-1L)
                .expectNoEvents();
    }
}
