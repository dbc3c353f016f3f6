package io.shiporskip.query.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shiporskip.events.tool.ToolWithdrawn;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.query.Answer;
import io.shiporskip.query.asking.Reply;
import io.shiporskip.query.community.CommunityProjection;
import io.shiporskip.query.panel.PanelProjection;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.asof.AsOf;
import io.shiporskip.query.projecting.store.BulkWriter;
import io.shiporskip.query.sample.AllProjections;
import io.shiporskip.query.sample.AlteredCommunity;
import io.shiporskip.query.sample.QueryNode;
import io.shiporskip.query.sample.TestDatabase;
import io.shiporskip.query.sample.TestLog;
import io.shiporskip.query.sample.TwoTools;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

/** A tool as shown while one of its three models has yet to fold what another shows already. */
class ModelBehindTest {

    @Test
    void whatMayStillChangeBehindItsLastChangeHasNoTagAndIsSentInFull() {
        var wakeUp = new LogWakeUp();
        try (var server = new TestDatabase()) {
            var database = server.fresh();
            try (var log = new TestLog(database, wakeUp)) {
                log.append(TwoTools.EVENTS);
                long vote = log.append(TwoTools.ship(TwoTools.SMOL, 1));
                long withdrawn = log.append(new ToolWithdrawn(TwoTools.SMOL));

                List<Projection<?>> failing = AlteredCommunity.failingAt(vote).amongAll();
                try (var node = new QueryNode(database, wakeUp, failing, BulkWriter.UNORDERED)) {
                    Answer<ToolView> behind = shownAt(withdrawn, node);
                    assertThat(behind.view().community().ships()).isZero();
                    assertSentInFull(Reply.shared(having(withdrawn), behind));
                    assertSentInFull(
                            Reply.shared(having(withdrawn), catalogue(node).list(null, null, 10, AsOf.now())));
                }
                try (var node = new QueryNode(database, wakeUp, AllProjections.LIST, BulkWriter.UNORDERED)) {
                    await().atMost(Duration.ofSeconds(60))
                            .until(() -> shownAt(withdrawn, node).settled());
                    Answer<ToolView> whole = shownAt(withdrawn, node);
                    assertThat(whole.view().community().ships()).isEqualTo(1);
                    assertThat(Reply.shared(having(withdrawn), whole).getStatusCode())
                            .isEqualTo(HttpStatus.NOT_MODIFIED);
                }
            }
        }
    }

    private static Answer<ToolView> shownAt(long position, QueryNode node) {
        return await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(
                        () -> catalogue(node).tool(TwoTools.SMOL, AsOf.now()).orElseThrow(),
                        answer -> answer.changedAt() == position);
    }

    private static Catalogue catalogue(QueryNode node) {
        var panel = new PanelProjection();
        var community = new CommunityProjection();
        return new Catalogue(
                node.anyMoment, new CatalogueProjection(), panel, community, new ToolViews(panel, community));
    }

    private static MockHttpServletRequest having(long position) {
        var request = new MockHttpServletRequest();
        request.addHeader("If-None-Match", "\"" + position + "\"");
        return request;
    }

    private static void assertSentInFull(ResponseEntity<?> reply) {
        assertThat(reply.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(reply.getHeaders().getETag()).isNull();
        assertThat(reply.getBody()).isNotNull();
    }
}
