package io.shiporskip.query.projecting.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.query.community.CommunityProjection;
import io.shiporskip.query.projecting.follow.Lease;
import io.shiporskip.query.projecting.store.BulkWriter;
import io.shiporskip.query.projecting.store.ModelState;
import io.shiporskip.query.projecting.store.ModelStates;
import io.shiporskip.query.projecting.store.OvertakenException;
import io.shiporskip.query.sample.ListedEvents;
import io.shiporskip.query.sample.TestDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A node that lost its turn changes nothing that the next one has taken up. */
class FenceTest {

    private static final CommunityProjection COMMUNITY = new CommunityProjection();
    private static final String NAME = COMMUNITY.name();
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    @Test
    void aNodeThatLostItsLeaseCannotSwapNorTellOfTheRebuild() {
        try (var server = new TestDatabase()) {
            MongoDatabase database = server.fresh();
            var states = new ModelStates(database, BulkWriter.UNORDERED);
            var rebuilds =
                    new Rebuilds(database, new ListedEvents(List.of()), InstantSource.fixed(NOW), BulkWriter.UNORDERED);
            states.createLive(COMMUNITY);
            int id = rebuilds.request(List.of(COMMUNITY), RebuildPlan.PLAIN)
                    .orElseThrow()
                    .id();
            long slow = turn(database, "slow", NOW);
            rebuilds.takeUp(id, slow);
            states.fill(NAME, id, false, slow);

            long next = turn(database, "next", NOW.plusSeconds(10));
            rebuilds.takeUp(id, next);
            int filled = states.fill(NAME, id, false, next);

            assertThat(next).isGreaterThan(slow);
            assertThatExceptionOfType(OvertakenException.class)
                    .isThrownBy(() -> states.swap(NAME, id, COMMUNITY.revision(), slow));
            assertThatExceptionOfType(OvertakenException.class)
                    .isThrownBy(() -> rebuilds.change(id, slow, rebuild -> rebuild.in(RebuildPhase.SWAPPED)));
            assertThatExceptionOfType(OvertakenException.class).isThrownBy(() -> rebuilds.takeUp(id, slow));
            assertThat(state(states).generation()).isEqualTo(1);
            states.swap(NAME, id, COMMUNITY.revision(), next);
            assertThat(state(states).generation()).isEqualTo(filled);
            assertThat(state(states).previous()).isEqualTo(1);
        }
    }

    private static ModelState state(ModelStates states) {
        return states.of(NAME).orElseThrow().state();
    }

    private static long turn(MongoDatabase database, String holder, Instant now) {
        var lease = new Lease(database, holder, InstantSource.fixed(now), BulkWriter.UNORDERED);
        assertThat(lease.hold()).isTrue();
        return lease.fence();
    }
}
