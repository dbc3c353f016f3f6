package io.shiporskip.query.projecting.asof;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.shiporskip.query.projecting.Folded;
import io.shiporskip.query.projecting.store.Generation;
import io.shiporskip.query.projecting.store.GenerationStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a live generation, found by its indexes.
 *
 * @param position every event up to here is in them
 */
record LiveDocuments<D extends Record>(GenerationStore<D> store, Generation generation, long position)
        implements Documents<D> {

    @Override
    public Map<String, Folded<D>> load(Collection<String> ids) {
        return store.load(ids);
    }

    @Override
    public List<Folded<D>> list(Listing<D> wanted, int limit) {
        var filters = new ArrayList<Bson>();
        wanted.equal().forEach(equal -> filters.add(Filters.eq(equal.field().name(), equal.value())));
        filters.add(Filters.gt(wanted.order().getFirst().name(), wanted.after()));
        List<String> order = wanted.order().stream().map(Field::name).toList();
        return store.find(Filters.and(filters), Sorts.ascending(order), limit);
    }

    @Override
    public long lastChange() {
        return store.lastChange();
    }

    /** Documents are written in bulk, in no order, and the position is moved only once all of them are. */
    @Override
    public @Nullable Settled settled() {
        long last = lastChange();
        return last <= position ? new Settled(generation, last) : null;
    }
}
