package io.shiporskip.query.projecting.follow;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.query.projecting.store.BulkWriter;
import io.shiporskip.query.projecting.store.Versioned;
import io.shiporskip.query.projecting.store.VersionedStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets one node fold at a time, so that two do not do the same work. It is for thrift alone: should two believe they hold
 * it, compare-and-set still keeps every document right. For one thread.
 */
public final class Lease {

    /** Short, since a killed node's successor waits for it. */
    static final Duration LENGTH = Duration.ofSeconds(3);

    private static final String ID = "projecting";

    private final VersionedStore<LeaseState> leases;
    private final String holder;
    private final InstantSource clock;
    private @Nullable Versioned<LeaseState> mine;

    /** @param holder names this process, unlike any other */
    public Lease(MongoDatabase database, String holder, InstantSource clock, BulkWriter writer) {
        this.leases = new VersionedStore<>(database, "projection-leases", LeaseState.class, writer);
        this.holder = holder;
        this.clock = clock;
    }

    /** Takes the lease if nobody holds it, keeps it if this node does. */
    public boolean hold() {
        Instant now = clock.instant();
        Versioned<LeaseState> held = mine;
        if (held != null && now.isBefore(held.state().until().minus(LENGTH.dividedBy(2)))) {
            return true;
        }
        mine = (held == null ? taken(now) : renewed(held, now)).orElse(null);
        return mine != null;
    }

    /** Rises with every holder: what the holder marks with it tells its work from an earlier holder's; 0 without it. */
    public long fence() {
        Versioned<LeaseState> held = mine;
        return held == null ? 0 : held.state().fence();
    }

    /** Lets another node take over at once. */
    public void release() {
        Versioned<LeaseState> held = mine;
        mine = null;
        if (held != null) {
            leases.replace(held, new LeaseState(holder, held.state().fence(), Instant.EPOCH));
        }
    }

    private Optional<Versioned<LeaseState>> renewed(Versioned<LeaseState> held, Instant now) {
        return leases.replace(held, new LeaseState(holder, held.state().fence(), now.plus(LENGTH)));
    }

    private Optional<Versioned<LeaseState>> taken(Instant now) {
        Optional<Versioned<LeaseState>> standing = leases.get(ID);
        if (standing.isEmpty()) {
            return leases.create(ID, new LeaseState(holder, 1, now.plus(LENGTH)));
        }
        LeaseState other = standing.get().state();
        if (now.isBefore(other.until())) {
            return Optional.empty();
        }
        return leases.replace(standing.get(), new LeaseState(holder, other.fence() + 1, now.plus(LENGTH)));
    }
}
