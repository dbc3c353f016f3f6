package io.shiporskip.query.projecting.asof;

import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.Skipping;
import io.shiporskip.query.projecting.follow.Companion;
import io.shiporskip.query.projecting.follow.LiveLanes;
import io.shiporskip.query.projecting.serve.ReadModels;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes checkpoints beside the folding of live generations, on the node that folds. */
public final class Checkpointing implements Companion {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpointing.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Checkpoints checkpoints;
    private final EventSource source;
    private final List<Projection<?>> projections;
    private final ReadModels live;
    private volatile @Nullable String trouble;

    /** @param projections all there are; those without checkpoints are left out */
    public Checkpointing(
            Checkpoints checkpoints,
            EventSource source,
            Collection<? extends Projection<?>> projections,
            ReadModels live) {
        this.live = live;
        this.checkpoints = checkpoints;
        this.source = source;
        this.projections = projections.stream()
                .<Projection<?>>map(projection -> projection)
                .filter(Projection::checkpointed)
                .toList();
    }

    @Override
    public Thread start(LiveLanes live, long fence) {
        return Thread.ofPlatform().name("checkpointing").daemon().start(this::run);
    }

    /** Nothing here keeps the present from being served; a failure that a second try will not mend is said all the same. */
    @Override
    public @Nullable String trouble() {
        String found = trouble;
        return found == null ? null : "not making checkpoints: " + found;
    }

    private void run() {
        var maker = new CheckpointMaker(checkpoints, source, this::asLive);
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look(maker);
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Projection<?>> asLive() {
        Map<String, List<Long>> skipped = live.skipped(projections);
        return projections.stream()
                .<Projection<?>>map(
                        projection -> Skipping.of(projection, skipped.getOrDefault(projection.name(), List.of())))
                .toList();
    }

    private void look(CheckpointMaker maker) throws InterruptedException {
        try {
            maker.look();
            trouble = null;
        } catch (Error failure) {
            trouble = failure.toString();
            LOG.error("No checkpoints can be made; it is tried again: {}", failure.toString(), failure);
        } catch (RuntimeException failure) {
            if (!Thread.currentThread().isInterrupted()) {
                LOG.warn("Checkpoints will be gone on with after: {}", failure.toString(), failure);
            }
        }
    }
}
