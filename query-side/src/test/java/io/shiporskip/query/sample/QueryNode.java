package io.shiporskip.query.sample;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.events.catalogue.EventCatalogue;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.axon.EventDecoder;
import io.shiporskip.log.axon.EventTypeName;
import io.shiporskip.log.axon.NamedTypeSerializer;
import io.shiporskip.log.metrics.LogMetrics;
import io.shiporskip.log.read.LogHub;
import io.shiporskip.log.read.LogReader;
import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.asof.Beside;
import io.shiporskip.query.projecting.asof.Checkpointing;
import io.shiporskip.query.projecting.asof.Checkpoints;
import io.shiporskip.query.projecting.asof.Models;
import io.shiporskip.query.projecting.asof.PastStates;
import io.shiporskip.query.projecting.follow.FoldedSignal;
import io.shiporskip.query.projecting.follow.LaneOpener;
import io.shiporskip.query.projecting.follow.Lease;
import io.shiporskip.query.projecting.follow.LogEventSource;
import io.shiporskip.query.projecting.follow.ProjectingEngine;
import io.shiporskip.query.projecting.rebuild.Rebuilding;
import io.shiporskip.query.projecting.rebuild.Rebuilds;
import io.shiporskip.query.projecting.serve.FoldedProgress;
import io.shiporskip.query.projecting.serve.ReadModels;
import io.shiporskip.query.projecting.store.BulkWriter;
import io.shiporskip.query.projecting.store.ModelStates;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** One query side's engine on a database and its log, without the HTTP around it. */
public final class QueryNode implements AutoCloseable {

    /** So close that short logs have some. */
    public static final long CHECKPOINT_EVERY = 50;

    public final ModelStates states;
    public final LaneOpener lanes;
    public final EventSource source;
    public final Rebuilds rebuilds;
    public final FoldedProgress progress;
    public final ReadModels models;
    public final Checkpoints checkpoints;
    public final Models anyMoment;
    public final ProjectingEngine engine;
    private final LogHub hub;

    public QueryNode(MongoDatabase database, LogWakeUp wakeUp, List<Projection<?>> projections, BulkWriter writer) {
        this(database, wakeUp, projections, writer, InstantSource.system());
    }

    /** @param clock by which its lease runs out */
    public QueryNode(
            MongoDatabase database,
            LogWakeUp wakeUp,
            List<Projection<?>> projections,
            BulkWriter writer,
            InstantSource clock) {
        var decoder = new EventDecoder(new NamedTypeSerializer(
                EventCatalogue.types().stream()
                        .map(type -> new EventTypeName(type.name(), Integer.toString(type.revision()), type.type()))
                        .toList(),
                JsonMapper.builder().build()));
        states = new ModelStates(database, writer);
        lanes = new LaneOpener(database, writer);
        hub = new LogHub(database, wakeUp, LogMetrics.none());
        source = new LogEventSource(new LogReader(database), hub, decoder::decode);
        rebuilds = new Rebuilds(database, source, InstantSource.system(), writer);
        models = new ReadModels(database);
        checkpoints = new Checkpoints(database, writer, CHECKPOINT_EVERY);
        anyMoment = new Models(models, new PastStates(source, checkpoints));
        var signal = new FoldedSignal();
        progress = new FoldedProgress(models, projections, source, signal);
        engine = new ProjectingEngine(
                projections,
                states,
                lanes,
                source,
                new Lease(database, UUID.randomUUID().toString(), clock, writer),
                new Beside(List.of(
                        new Rebuilding(projections, rebuilds, states, lanes, source, () -> false),
                        new Checkpointing(checkpoints, source, projections, models))),
                signal,
                Duration.ofMillis(300));
        engine.start();
    }

    @Override
    public void close() {
        engine.close();
        hub.close();
    }
}
