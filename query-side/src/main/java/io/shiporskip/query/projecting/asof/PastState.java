package io.shiporskip.query.projecting.asof;

import io.shiporskip.query.projecting.Folded;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All documents of one read model as they were at a position, in memory. Never changes.
 *
 * @param documents by id
 */
public record PastState<D extends Record>(long position, Map<String, Folded<D>> documents) implements Documents<D> {

    public PastState {
        documents = Map.copyOf(documents);
    }

    static <D extends Record> PastState<D> beforeEverything() {
        return new PastState<>(0, Map.of());
    }

    @Override
    public Map<String, Folded<D>> load(Collection<String> ids) {
        var found = new HashMap<String, Folded<D>>();
        for (String id : ids) {
            Folded<D> document = documents.get(id);
            if (document != null) {
                found.put(id, document);
            }
        }
        return found;
    }

    @Override
    public List<Folded<D>> list(Listing<D> wanted, int limit) {
        Field<D, String> first = wanted.order().getFirst();
        return documents.values().stream()
                .filter(document -> wanted.equal().stream().allMatch(equal -> equal.holds(document.state())))
                .filter(document -> first.of().apply(document.state()).compareTo(wanted.after()) > 0)
                .sorted(order(wanted))
                .limit(limit)
                .toList();
    }

    /** In the order of ids, as a comparison of two generations walks them. */
    List<Folded<D>> inOrder() {
        return documents.values().stream()
                .sorted(Comparator.comparing(Folded::id))
                .toList();
    }

    @Override
    public long lastChange() {
        return documents.values().stream().mapToLong(Folded::position).max().orElse(0);
    }

    private static <D extends Record> Comparator<Folded<D>> order(Listing<D> wanted) {
        return wanted.order().stream()
                .map(field -> Comparator.<Folded<D>, String>comparing(
                        document -> field.of().apply(document.state())))
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }
}
