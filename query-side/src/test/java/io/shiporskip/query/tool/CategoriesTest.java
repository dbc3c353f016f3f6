package io.shiporskip.query.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.events.tool.Category;
import io.shiporskip.events.tool.ToolDetails;
import io.shiporskip.events.tool.ToolDetailsRevised;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.tool.ToolListed;
import io.shiporskip.events.tool.ToolRelisted;
import io.shiporskip.events.tool.ToolWithdrawn;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.query.community.CommunityProjection;
import io.shiporskip.query.panel.PanelProjection;
import io.shiporskip.query.projecting.asof.AsOf;
import io.shiporskip.query.projecting.store.BulkWriter;
import io.shiporskip.query.sample.AllProjections;
import io.shiporskip.query.sample.QueryNode;
import io.shiporskip.query.sample.TestDatabase;
import io.shiporskip.query.sample.TestLog;
import io.shiporskip.query.sample.TwoTools;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever changes the categories shows as soon as it is folded, though they are kept in memory. */
class CategoriesTest {

    private static final ToolId TOOL = new ToolId("a-tool");
    private static final Category AGENTS = new Category("agents", "Agents");
    private static final Category DATA = new Category("data", "Data");
    private static final Category DEVELOPER = new Category("developer-tools", "Developer Tools");

    private final TestDatabase server = new TestDatabase();
    private final LogWakeUp wakeUp = new LogWakeUp();
    private TestLog log;
    private QueryNode node;
    private Catalogue catalogue;

    @BeforeEach
    void start() {
        var database = server.fresh();
        log = new TestLog(database, wakeUp);
        node = new QueryNode(database, wakeUp, AllProjections.LIST, BulkWriter.UNORDERED);
        var panel = new PanelProjection();
        var community = new CommunityProjection();
        catalogue = new Catalogue(
                node.anyMoment, new CatalogueProjection(), panel, community, new ToolViews(panel, community));
        shown(log.append(TwoTools.EVENTS));
    }

    @AfterEach
    void stop() {
        node.close();
        log.close();
        server.close();
    }

    @Test
    void aToolListedWithdrawnAndRelistedShowsAtOnce() {
        assertThat(shown(log.append(new ToolListed(TOOL, of(AGENTS))))).containsExactly(AGENTS, DEVELOPER);
        assertThat(shown(log.append(new ToolWithdrawn(TOOL)))).containsExactly(DEVELOPER);
        assertThat(shown(log.append(new ToolRelisted(TOOL)))).containsExactly(AGENTS, DEVELOPER);
    }

    @Test
    void aRevisedCategoryShowsAtOnce() {
        assertThat(shown(log.append(new ToolListed(TOOL, of(AGENTS))))).containsExactly(AGENTS, DEVELOPER);
        assertThat(shown(log.append(new ToolDetailsRevised(TOOL, of(DATA))))).containsExactly(DATA, DEVELOPER);
    }

    @Test
    void whatChangesNoToolLeavesThemAsTheyAreKept() {
        List<Category> before = catalogue.categories(AsOf.now());

        assertThat(shown(log.append(TwoTools.ship(TwoTools.SMOL, 1)))).isSameAs(before);
        assertThat(shown(log.append(new ToolListed(TOOL, of(DEVELOPER)))))
                .isNotSameAs(before)
                .isEqualTo(before);
    }

    @Test
    void thePastIsAsItWas() {
        long before = log.append(new ToolListed(TOOL, of(AGENTS)));
        shown(log.append(new ToolWithdrawn(TOOL)));

        assertThat(catalogue.categories(new AsOf.Position(before, null, true))).containsExactly(AGENTS, DEVELOPER);
        assertThat(catalogue.categories(AsOf.now())).containsExactly(DEVELOPER);
    }

    private List<Category> shown(long position) {
        node.progress.awaitAtLeast(position);
        return catalogue.categories(AsOf.now());
    }

    private static ToolDetails of(Category category) {
        return new ToolDetails("A tool", "A tagline", "A description", category, "Free", "Free", "tests", null, true);
    }
}
