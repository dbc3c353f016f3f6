package io.shiporskip.query.projecting.rebuild;

import java.time.Duration;
import java.util.function.UnaryOperator;

/** The record of the rebuild that this node has taken up: what is told of it, and what operators want of it. */
final class Ledger {

    private static final long GLANCE = Duration.ofMillis(250).toNanos();

    private final Turn turn;
    private final int id;
    private final Runnable meanwhile;
    private Rebuild now;
    private long glanced = System.nanoTime();

    /** @param meanwhile what must not wait until the rebuild is over, done a few times a second */
    Ledger(Turn turn, int id, Runnable meanwhile) {
        this.turn = turn;
        this.id = id;
        this.meanwhile = meanwhile;
        this.now = turn.rebuilds().takeUp(id, turn.fence());
    }

    int id() {
        return id;
    }

    /** As this node last saw it. */
    Rebuild now() {
        return now;
    }

    void change(UnaryOperator<Rebuild> change) {
        now = turn.rebuilds().change(id, turn.fence(), change);
    }

    void part(String projection, UnaryOperator<RebuildPart> change) {
        change(rebuild -> rebuild.with(projection, change));
    }

    /** Tells how far it is, and hears what is wanted. */
    void tell(long position, long head, Pace pace) throws OrderedException {
        long read = pace.sinceTold();
        Long perSecond = pace.perSecond();
        change(rebuild -> rebuild.at(rebuild.progress().at(position, head, read, perSecond)));
        meanwhile.run();
        obey();
    }

    /** For the middle of long work, as often as one likes: now and then it hears what is wanted. */
    void glance() throws OrderedException {
        if (System.nanoTime() - glanced > GLANCE) {
            glanced = System.nanoTime();
            now = turn.rebuilds().get(id).orElseThrow();
            meanwhile.run();
            obey();
        }
    }

    void obey() throws OrderedException {
        if (now.order() != RebuildOrder.RUN) {
            throw new OrderedException(now.order());
        }
    }
}
