package io.shiporskip.query.projecting.rebuild;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.sample.Crashes;
import io.shiporskip.query.sample.MortalWrites;
import io.shiporskip.query.sample.QueryNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/** Two nodes on one database, each of which dies sooner or later and is then replaced by another. */
final class Cluster implements AutoCloseable {

    private static final int NODES = 2;
    private static final int LONGEST_LIFE = 120;

    private final MongoDatabase database;
    private final LogWakeUp wakeUp;
    private final List<Projection<?>> projections;
    private final Random random;
    private final AtomicLong ahead = new AtomicLong();
    private final InstantSource clock = () -> Instant.now().plusSeconds(ahead.get());
    private final List<Member> members = new ArrayList<>();
    private final List<Thread> burials = new ArrayList<>();
    private final Set<String> diedAt = new TreeSet<>();
    private int deaths;

    private record Member(QueryNode node, MortalWrites life) {}

    Cluster(MongoDatabase database, LogWakeUp wakeUp, List<Projection<?>> projections, long seed) {
        this.database = database;
        this.wakeUp = wakeUp;
        this.projections = projections;
        this.random = new Random(seed);
        for (int i = 0; i < NODES; i++) {
            members.add(member(life()));
        }
    }

    /** Replaces the dead; the lease that one may have held runs out at once. */
    void revive() {
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            if (member.life().isDead()) {
                bury(member);
                ahead.addAndGet(4);
                members.set(i, member(life()));
            }
        }
    }

    /** Asks one of them for something, which may be the death of it. */
    void order() {
        QueryNode node = any();
        List<Projection<?>> some = projections.stream()
                .<Projection<?>>map(projection -> projection)
                .filter(_ -> random.nextInt(3) > 0)
                .toList();
        try {
            int open = node.rebuilds.open().stream()
                    .mapToInt(Rebuild::id)
                    .findFirst()
                    .orElse(0);
            if (open == 0) {
                RebuildPlan plan = random.nextInt(4) == 0 ? RebuildPlan.BACK : RebuildPlan.PLAIN;
                node.rebuilds.request(some.isEmpty() ? projections : some, plan);
            } else if (random.nextInt(3) == 0) {
                RebuildOrder[] orders = RebuildOrder.values();
                node.rebuilds.order(open, orders[random.nextInt(orders.length)]);
            } else {
                node.rebuilds.order(open, RebuildOrder.RUN);
            }
        } catch (Crashes.Crash _) {
            // whether it was heard stands in the database
        }
    }

    QueryNode any() {
        return members.get(random.nextInt(members.size())).node();
    }

    boolean anyDead() {
        return members.stream().anyMatch(member -> member.life().isDead());
    }

    int deaths() {
        return deaths;
    }

    /** What they were writing when they died. */
    Set<String> diedAt() {
        return diedAt;
    }

    /** One node that lives, and none beside it. */
    QueryNode survivor() {
        members.forEach(this::bury);
        members.clear();
        ahead.addAndGet(4);
        Member last = member(MortalWrites.never());
        members.add(last);
        return last.node();
    }

    private Member member(MortalWrites life) {
        return new Member(new QueryNode(database, wakeUp, projections, life, clock), life);
    }

    /** Every other one is to die at a certain kind of write, in turn, since some are rare. */
    private MortalWrites life() {
        int born = deaths + members.size();
        String kind = MortalWrites.KINDS.get(born / 2 % MortalWrites.KINDS.size());
        return born % 2 == 0
                ? MortalWrites.dyingAt(1 + random.nextInt(6), kind, random.nextLong())
                : MortalWrites.dyingAt(1 + random.nextInt(LONGEST_LIFE), random.nextLong());
    }

    /** Its threads end by themselves, and can write no more. */
    private void bury(Member member) {
        if (member.life().isDead()) {
            deaths++;
            diedAt.add(Objects.requireNonNull(member.life().diedAt()));
        }
        burials.add(Thread.ofVirtual().start(member.node()::close));
    }

    @Override
    public void close() {
        members.forEach(member -> member.node().close());
        burials.forEach(Cluster::join);
    }

    private static void join(Thread burial) {
        try {
            burial.join(Duration.ofSeconds(30));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
