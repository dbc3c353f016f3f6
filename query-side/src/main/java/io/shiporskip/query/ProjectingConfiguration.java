package io.shiporskip.query;

import io.micrometer.core.instrument.MeterRegistry;
import io.shiporskip.events.catalogue.EventCatalogue;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.axon.EventDecoder;
import io.shiporskip.log.axon.EventTypeName;
import io.shiporskip.log.axon.NamedTypeSerializer;
import io.shiporskip.log.metrics.LogMetrics;
import io.shiporskip.log.read.LogHub;
import io.shiporskip.log.read.LogReader;
import io.shiporskip.query.asking.OpenedModels;
import io.shiporskip.query.audit.AuditLog;
import io.shiporskip.query.operating.ProjectionStates;
import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.asof.Beside;
import io.shiporskip.query.projecting.asof.Checkpointing;
import io.shiporskip.query.projecting.asof.Checkpoints;
import io.shiporskip.query.projecting.asof.LogMoments;
import io.shiporskip.query.projecting.asof.Models;
import io.shiporskip.query.projecting.asof.Moments;
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
import io.shiporskip.query.projecting.serve.Readers;
import io.shiporskip.query.projecting.store.BulkWriter;
import io.shiporskip.query.projecting.store.ModelStates;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Wires the projecting engine to the log, the database and every projection there is. */
@Configuration(proxyBeanMethods = false)
class ProjectingConfiguration {

    /** The reader at the log's end: the program's, which closes it itself, or one of the query side's own. */
    record LogEnd(LogHub hub, boolean own) implements AutoCloseable {
        @Override
        public void close() {
            if (own) {
                hub.close();
            }
        }
    }

    @Bean
    LogEnd queryLogEnd(QueryDatabase database, ObjectProvider<LogHub> shared, MeterRegistry meters) {
        LogHub hub = shared.getIfUnique();
        return hub == null
                ? new LogEnd(new LogHub(database.database(), new LogWakeUp(), new LogMetrics(meters)), true)
                : new LogEnd(hub, false);
    }

    @Bean
    EventSource eventSource(QueryDatabase database, LogEnd end, ObjectProvider<EventUpcaster> upcaster) {
        EventDecoder decoder = decoder(upcaster);
        return new LogEventSource(new LogReader(database.database()), end.hub(), decoder::decode);
    }

    static EventDecoder decoder(ObjectProvider<EventUpcaster> upcaster) {
        List<EventTypeName> types = EventCatalogue.types().stream()
                .map(type -> new EventTypeName(type.name(), Integer.toString(type.revision()), type.type()))
                .toList();
        return new EventDecoder(
                new NamedTypeSerializer(types, JsonMapper.builder().build()),
                upcaster.getIfAvailable(() -> NoOpEventUpcaster.INSTANCE));
    }

    @Bean
    EventDecoder queryEventDecoder(ObjectProvider<EventUpcaster> upcaster) {
        return decoder(upcaster);
    }

    @Bean
    AuditLog auditLog(QueryDatabase database) {
        return new AuditLog(new LogReader(database.database()));
    }

    @Bean
    Readers readers() {
        return new Readers();
    }

    @Bean
    ReadModels readModels(QueryDatabase database, Readers readers) {
        return new ReadModels(database.database(), opened -> {
            readers.note();
            OpenedModels.note(opened);
        });
    }

    @Bean
    Moments moments(QueryDatabase database) {
        return new LogMoments(new LogReader(database.database()), InstantSource.system());
    }

    @Bean
    Checkpoints checkpoints(QueryDatabase database) {
        return new Checkpoints(database.database(), BulkWriter.UNORDERED, Checkpoints.EVERY);
    }

    @Bean
    Models models(ReadModels live, EventSource source, Checkpoints checkpoints, Readers readers) {
        return new Models(live, new PastStates(source, checkpoints), incomplete -> {
            readers.note();
            OpenedModels.noteIncomplete(incomplete);
        });
    }

    @Bean
    ModelStates modelStates(QueryDatabase database) {
        return new ModelStates(database.database(), BulkWriter.UNORDERED);
    }

    @Bean
    LaneOpener laneOpener(QueryDatabase database) {
        return new LaneOpener(database.database(), BulkWriter.UNORDERED);
    }

    @Bean
    Rebuilds rebuilds(QueryDatabase database, EventSource source) {
        return new Rebuilds(database.database(), source, InstantSource.system(), BulkWriter.UNORDERED);
    }

    @Bean
    FoldedSignal foldedSignal() {
        return new FoldedSignal();
    }

    @Bean
    Progress queryProgress(
            ReadModels models, List<Projection<?>> projections, EventSource source, FoldedSignal signal) {
        return new FoldedProgress(models, projections, source, signal);
    }

    @Bean
    ProjectionStates projectionStates(
            List<Projection<?>> projections,
            ModelStates states,
            LaneOpener lanes,
            Rebuilds rebuilds,
            EventSource source) {
        return new ProjectionStates(projections, states, lanes.progress(), rebuilds, source);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    ProjectingEngine projectingEngine(
            QueryDatabase database,
            List<Projection<?>> projections,
            ModelStates states,
            LaneOpener lanes,
            EventSource source,
            Rebuilds rebuilds,
            Checkpoints checkpoints,
            ReadModels models,
            Readers readers,
            FoldedSignal signal) {
        var lease = new Lease(
                database.database(), UUID.randomUUID().toString(), InstantSource.system(), BulkWriter.UNORDERED);
        var rebuilding = new Rebuilding(projections, rebuilds, states, lanes, source, readers::areAbout);
        var beside = new Beside(List.of(rebuilding, new Checkpointing(checkpoints, source, projections, models)));
        return new ProjectingEngine(
                projections, states, lanes, source, lease, beside, signal, ProjectingEngine.LONGEST_PAUSE);
    }
}
