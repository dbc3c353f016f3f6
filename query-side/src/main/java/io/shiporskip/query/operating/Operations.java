package io.shiporskip.query.operating;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.EventLogSchema;
import io.shiporskip.query.QueryDatabase;
import io.shiporskip.query.audit.AuditLog;
import io.shiporskip.query.audit.HeadView;
import io.shiporskip.query.projecting.follow.ProjectingEngine;
import io.shiporskip.query.projecting.rebuild.Rebuilds;
import io.shiporskip.query.projecting.store.Generation;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All that the operator's page shows, looked up at once. */
@Component
class Operations {

    private static final int SHOWN = 10;

    private final ProjectionStates states;
    private final Rebuilds rebuilds;
    private final AuditLog log;
    private final ProjectingEngine engine;
    private final MongoDatabase database;
    private final Throughput throughput = new Throughput(System::nanoTime);

    Operations(
            ProjectionStates states, Rebuilds rebuilds, AuditLog log, ProjectingEngine engine, QueryDatabase database) {
        this.states = states;
        this.rebuilds = rebuilds;
        this.log = log;
        this.engine = engine;
        this.database = database.database();
    }

    /**
     * A look.
     *
     * @param head where the log ends
     * @param trouble what keeps this node from folding; absent while nothing does
     * @param blocks about how many the log has
     * @param bytes what the database says that it holds; absent where it does not say
     * @param models in the order of their names
     * @param running rebuilds that are not over
     * @param ended the last ones that are, the latest first
     */
    record Look(
            HeadView head,
            @Nullable String trouble,
            long blocks,
            @Nullable Long bytes,
            List<ModelRow> models,
            List<PassView> running,
            List<PassView> ended) {

        public boolean stuck() {
            return models.stream().anyMatch(row -> row.model().stopped() != null);
        }
    }

    Look look() {
        List<PassView> latest =
                rebuilds.latest(SHOWN).stream().map(PassView::of).toList();
        return new Look(
                log.headView(),
                engine.trouble(),
                count(EventLogSchema.COLLECTION),
                bytes().orElse(null),
                states.all().stream().map(this::row).toList(),
                latest.stream().filter(Operations::isOpen).toList(),
                latest.stream().filter(rebuild -> !isOpen(rebuild)).toList());
    }

    Optional<PassView> rebuild(int id) {
        return rebuilds.get(id).map(PassView::of);
    }

    static boolean isOpen(PassView rebuild) {
        return rebuild.state().equals("running");
    }

    private ModelRow row(ProjectionView model) {
        String generation = new Generation(model.name(), model.generation()).toString();
        return new ModelRow(
                model,
                count(generation),
                throughput.perSecond(model.name(), model.position()).orElse(null));
    }

    private long count(String collection) {
        return database.getCollection(collection).estimatedDocumentCount();
    }

    private Optional<Long> bytes() {
        try {
            Document stats = database.runCommand(new Document("dbStats", 1));
            return Optional.ofNullable(stats.get("storageSize", Number.class)).map(Number::longValue);
        } catch (MongoException | ClassCastException unsaid) {
            return Optional.empty();
        }
    }
}
