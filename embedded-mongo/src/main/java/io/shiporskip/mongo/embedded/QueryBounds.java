package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bounds a query puts on each path, in groups: those that stand by themselves, and for each {@code $elemMatch} those
 * that one element has to meet together.
 */
final class QueryBounds {

    private final List<Group> groups = new ArrayList<>();

    /** @param together whether one element of an array has to meet them all */
    record Group(boolean together, Map<String, FieldBounds> byPath) {

        @Nullable FieldBounds on(String path) {
            FieldBounds bounds = byPath.get(path);
            return bounds != null && bounds.isBounded() ? bounds : null;
        }
    }

    QueryBounds(Document query) {
        Group alone = new Group(false, new HashMap<>());
        groups.add(alone);
        collect(query, "", alone);
    }

    List<Group> groups() {
        return groups;
    }

    /** The bounds of all groups in one, for an index in which every document stands once. */
    Group merged() {
        Group merged = new Group(true, new HashMap<>());
        groups.reversed().forEach(group -> merged.byPath.putAll(group.byPath));
        return merged;
    }

    private void collect(Document query, String under, Group group) {
        query.forEach((name, condition) -> {
            if (name.equals("$and") && condition instanceof Collection<?> parts) {
                parts.forEach(part -> collect((Document) part, under, group));
            } else if (!name.startsWith("$")) {
                String path = under + name;
                group.byPath.computeIfAbsent(path, ignored -> new FieldBounds()).and(condition);
                if (condition instanceof Document operators && operators.get("$elemMatch") instanceof Document inner) {
                    element(path, inner);
                }
            }
        });
    }

    private void element(String path, Document inner) {
        Group together = new Group(true, new HashMap<>());
        groups.add(together);
        if (FieldBounds.isOperators(inner)) {
            together.byPath.put(path, new FieldBounds().and(inner));
        } else {
            collect(inner, path + ".", together);
        }
    }
}
