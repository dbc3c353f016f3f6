package io.shiporskip.command.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.command.Refusal;
import io.shiporskip.command.axon.DecidedAggregate;
import io.shiporskip.command.axon.Fixtures;
import io.shiporskip.events.tool.Category;
import io.shiporskip.events.tool.ToolDetails;
import io.shiporskip.events.tool.ToolDetailsRevised;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.tool.ToolListed;
import io.shiporskip.events.tool.ToolRelisted;
import io.shiporskip.events.tool.ToolWithdrawn;
import java.time.Instant;
import java.util.Map;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ToolTest {

    private static final ToolId PIE = new ToolId("pie-chart");
    private static final ToolDetails DETAILS = new ToolDetails(
            "Pie Chart",
            "Charts by the slice",
            "Draws a chart.",
            new Category("data", "Data"),
            "Free",
            "Free",
            "Anyone with slices",
            "https://example.org",
            true);

    private final FixtureConfiguration<Tool> tool = Fixtures.of(Tool.class);

    @Test
    void anUnknownSlugIsListed() {
        tool.givenNoPriorActivity()
                .when(new ListTool(PIE, DETAILS))
                .expectEvents(new ToolListed(PIE, DETAILS))
                .expectResultMessagePayload(0L);
    }

    @Test
    void aSlugIsTakenForEver() {
        refused(tool.given(listed()).when(new ListTool(PIE, DETAILS)), Refusal.Reason.ALREADY_LISTED);
        refused(
                Fixtures.of(Tool.class).given(listed(), withdrawn()).when(new ListTool(PIE, DETAILS)),
                Refusal.Reason.ALREADY_LISTED);
    }

    @Test
    void aRevisionChangesWhatItNamesAndKeepsTheRest() {
        ToolDetails revised = new ToolDetails(
                "Pie Chart",
                "Charts by the slice",
                "Draws two charts.",
                new Category("data", "Data"),
                "Free",
                "Free",
                "Anyone with slices",
                null,
                true);
        tool.given(listed())
                .when(new ReviseToolDetails(PIE, revision("Draws two charts.", "")))
                .expectEvents(new ToolDetailsRevised(PIE, revised))
                .expectResultMessagePayload(1L);
    }

    @Test
    void aRevisionThatChangesNothingWritesNothing() {
        tool.given(listed())
                .when(new ReviseToolDetails(PIE, revision("Draws a chart.", null)))
                .expectNoEvents()
                .expectResultMessagePayload(0L);
    }

    @Test
    void aWithdrawnToolMayBePutRightAndStaysWithdrawn() {
        tool.given(listed(), withdrawn())
                .when(new ReviseToolDetails(PIE, revision("Draws no chart.", null)))
                .expectResultMessagePayload(2L);
        ToolState state = new ToolState.Withdrawn(DETAILS);
        assertThat(new ToolDecider().evolve(state, new ToolDetailsRevised(PIE, DETAILS), Instant.EPOCH))
                .isInstanceOf(ToolState.Withdrawn.class);
    }

    @Test
    void aListedToolIsWithdrawnAndAWithdrawnOneRelisted() {
        tool.given(listed()).when(new WithdrawTool(PIE)).expectEvents(withdrawn());
        Fixtures.of(Tool.class)
                .given(listed(), withdrawn())
                .when(new RelistTool(PIE))
                .expectEvents(new ToolRelisted(PIE));
    }

    @Test
    void whatIsAlreadySoWritesNothing() {
        tool.given(listed(), withdrawn())
                .when(new WithdrawTool(PIE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        Fixtures.of(Tool.class)
                .given(listed())
                .when(new RelistTool(PIE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anUnknownToolIsRefused() {
        for (ToolCommand command : new ToolCommand[] {
            new WithdrawTool(PIE), new RelistTool(PIE), new ReviseToolDetails(PIE, revision("x", null))
        }) {
            refused(Fixtures.of(Tool.class).givenNoPriorActivity().when(command), Refusal.Reason.UNKNOWN_TOOL);
        }
    }

    @Test
    void aWriteOnWhatHasChangedSinceIsStale() {
        refused(
                tool.given(listed(), withdrawn()).when(new RelistTool(PIE), Map.of(DecidedAggregate.SEEN, 0L)),
                Refusal.Reason.STALE);
        Fixtures.of(Tool.class)
                .given(listed(), withdrawn())
                .when(new RelistTool(PIE), Map.of(DecidedAggregate.SEEN, 1L))
                .expectEvents(new ToolRelisted(PIE));
    }

    private static ToolListed listed() {
        return new ToolListed(PIE, DETAILS);
    }

    private static ToolWithdrawn withdrawn() {
        return new ToolWithdrawn(PIE);
    }

    private static DetailsRevision revision(String description, @Nullable String website) {
        return new DetailsRevision(null, null, description, null, null, null, null, website);
    }

    private static void refused(ResultValidator<Tool> result, Refusal.Reason reason) {
        result.expectNoEvents().expectException(Fixtures.refusal(reason));
    }
}
