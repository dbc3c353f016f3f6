package io.shiporskip.query.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.query.projecting.Folded;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.RecordedEvent;
import io.shiporskip.query.projecting.rebuild.ContentHash;
import io.shiporskip.query.projecting.serve.Reading;
import io.shiporskip.query.projecting.store.DocumentForm;
import io.shiporskip.query.projecting.store.GenerationStore;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.BsonDocument;

/**
 * All that the documents of a read model ever were: one event after another through the projection alone, with none of the
 * engine's code.
 */
public final class HandFold<D extends Record> {

    private final Projection<D> projection;
    private final DocumentForm<D> form;
    private final TreeMap<String, TreeMap<Long, D>> versions = new TreeMap<>();

    public HandFold(Projection<D> projection) {
        this.projection = projection;
        this.form = new DocumentForm<>(projection.form(), "position");
    }

    public Projection<D> projection() {
        return projection;
    }

    public void fold(List<RecordedEvent> events) {
        for (RecordedEvent event : events) {
            for (String id : projection.touches(event)) {
                TreeMap<Long, D> known = versions.computeIfAbsent(id, _ -> new TreeMap<>());
                D before = known.isEmpty() ? null : known.lastEntry().getValue();
                known.put(event.position(), projection.fold(before, event));
            }
        }
    }

    /**
     * Each stored document is what it was after the event that it names, and each holds at least the events up to the
     * position that the reading claims.
     */
    public void assertRight(Reading reading) {
        GenerationStore<D> store = reading.of(projection);
        var seen = new HashSet<String>();
        for (BsonDocument document : stored(store)) {
            Folded<D> shown = store.read(document);
            seen.add(shown.id());
            TreeMap<Long, D> known = versions.getOrDefault(shown.id(), new TreeMap<>());
            assertThat(shown.state())
                    .as(shown.id() + " of " + projection.name() + " after event " + shown.position())
                    .isEqualTo(known.get(shown.position()));
            Long least = known.floorKey(reading.position());
            assertThat(shown.position())
                    .as(shown.id() + " of " + projection.name() + " at " + reading.position())
                    .isGreaterThanOrEqualTo(least == null ? 0 : least);
        }
        versions.forEach((id, known) -> {
            if (known.firstKey() <= reading.position()) {
                assertThat(seen)
                        .as(projection.name() + " at " + reading.position())
                        .contains(id);
            }
        });
    }

    /** Over all documents, as a comparison of two generations takes them. */
    public String hash() {
        var hash = new ContentHash();
        for (Map.Entry<String, TreeMap<Long, D>> document : versions.entrySet()) {
            var last = document.getValue().lastEntry();
            hash.add(ContentHash.canonical(form.write(document.getKey(), last.getKey(), last.getValue())));
        }
        return hash.documents() + " " + hash.hex();
    }

    /** The same over what is stored. */
    public String hash(Reading reading) {
        var hash = new ContentHash();
        stored(reading.of(projection)).forEach(document -> hash.add(ContentHash.canonical(document)));
        return hash.documents() + " " + hash.hex();
    }

    private static List<BsonDocument> stored(GenerationStore<?> store) {
        return store.after("", 10_000);
    }
}
