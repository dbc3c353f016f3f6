package io.shiporskip.query.projecting.asof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.events.DomainEvent;
import io.shiporskip.events.community.BallotEvent;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.query.community.CommunityProjection;
import io.shiporskip.query.community.Tally;
import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.RecordedEvent;
import io.shiporskip.query.projecting.rebuild.RebuildPlan;
import io.shiporskip.query.projecting.store.BulkWriter;
import io.shiporskip.query.projecting.store.Generation;
import io.shiporskip.query.projecting.store.ProgressStore;
import io.shiporskip.query.sample.AllProjections;
import io.shiporskip.query.sample.AlteredCommunity;
import io.shiporskip.query.sample.ListedEvents;
import io.shiporskip.query.sample.QueryNode;
import io.shiporskip.query.sample.RandomHistory;
import io.shiporskip.query.sample.TestDatabase;
import io.shiporskip.query.sample.TestLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The past is as the live model has it: without the event that an operator let that leave out, and marked from there on. */
class PastWithoutSkippedTest {

    private static final List<DomainEvent> HISTORY = RandomHistory.of(21, 400);
    private static final Duration LONG = Duration.ofSeconds(60);
    private final CommunityProjection community = new CommunityProjection();
    private final List<String> marked = new ArrayList<>();

    @Test
    void itLeavesOutTheSameEventUntilARebuildHasFoldedIt() {
        long bad = aVote();
        var wakeUp = new LogWakeUp();
        try (var server = new TestDatabase()) {
            MongoDatabase database = server.fresh();
            try (var log = new TestLog(database, wakeUp)) {
                log.append(HISTORY);
                var failing = AlteredCommunity.unableToRead(bad);
                try (QueryNode node = node(database, wakeUp, failing.amongAll())) {
                    ProgressStore progress = node.lanes.progress();
                    var live = new Generation(community.name(), 1);
                    await().atMost(LONG).until(() -> progress.of(live).stopped() != null);
                    assertThat(progress.allowSkip(live, bad)).isTrue();
                    await().atMost(LONG).until(() -> progress.of(live).position() == HISTORY.size());

                    assertThat(past(node, failing, HISTORY.size()))
                            .isEqualTo(counted(node.source, HISTORY.size(), bad));
                    assertThat(marked).containsExactly("community");
                    assertThat(past(node, failing, bad - 1)).isEqualTo(counted(node.source, bad - 1, bad));
                    assertThat(marked).as("nothing is missing before it").containsExactly("community");
                    await().atMost(LONG)
                            .until(() -> database.listCollectionNames()
                                    .into(new ArrayList<>())
                                    .contains("checkpoints.community@1-without-" + bad));
                }
                try (QueryNode mended = node(database, wakeUp, AllProjections.LIST)) {
                    await().atMost(LONG)
                            .until(() -> mended.rebuilds
                                    .request(List.of(community), RebuildPlan.PLAIN)
                                    .isPresent());
                    await().atMost(LONG)
                            .until(() ->
                                    mended.models.open(community).incomplete().isEmpty());
                    marked.clear();
                    assertThat(past(mended, community, HISTORY.size()))
                            .isEqualTo(counted(mended.source, HISTORY.size(), 0));
                    assertThat(marked).isEmpty();
                    await().atMost(LONG)
                            .until(() -> !database.listCollectionNames()
                                    .into(new ArrayList<>())
                                    .contains("checkpoints.community@1-without-" + bad));
                }
            }
        }
    }

    /** A vote without which all that follows can still be folded: no later event takes it back. */
    private long aVote() {
        var log = new ListedEvents(HISTORY);
        int position = 180;
        while (!(HISTORY.get(position - 1) instanceof BallotEvent) || !canBeLeftOut(log, position)) {
            position++;
        }
        return position;
    }

    private boolean canBeLeftOut(EventSource log, long position) {
        try {
            return !counted(log, HISTORY.size(), position).isEmpty();
        } catch (IllegalArgumentException belowZero) {
            return false;
        }
    }

    private static QueryNode node(MongoDatabase database, LogWakeUp wakeUp, List<Projection<?>> projections) {
        return new QueryNode(database, wakeUp, projections, BulkWriter.UNORDERED);
    }

    private Map<String, Tally> past(QueryNode node, Projection<Tally> projection, long position) {
        var models = new Models(node.models, new PastStates(node.source, node.checkpoints), marked::addAll);
        var tallies = new HashMap<String, Tally>();
        models.past(new AsOf.Position(position, null, true), projection)
                .documents()
                .forEach((id, tally) -> tallies.put(id, tally.state()));
        return tallies;
    }

    /** By the right projection, one event after another, without one. */
    private Map<String, Tally> counted(EventSource source, long position, long without) {
        var tallies = new HashMap<String, Tally>();
        for (RecordedEvent event : source.after(0, Math.toIntExact(position))) {
            if (event.position() != without && event.position() <= position) {
                for (String id : community.touches(event)) {
                    tallies.put(id, community.fold(tallies.get(id), event));
                }
            }
        }
        return tallies;
    }
}
