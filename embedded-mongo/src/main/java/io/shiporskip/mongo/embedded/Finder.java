package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Chooses how the documents that a query asks for are found, and keeps a record where all of them must be looked at. */
final class Finder {

    private final String collection;
    private final MVMap<byte[], byte[]> documents;
    private final BiPredicate<Document, Document> matcher;
    private final Scans scans;

    /** @param matcher whether a document matches a query */
    Finder(String collection, MVMap<byte[], byte[]> documents, BiPredicate<Document, Document> matcher, Scans scans) {
        this.collection = collection;
        this.documents = documents;
        this.matcher = matcher;
        this.scans = scans;
    }

    /**
     * Finds documents by an index where one serves, in the order asked for.
     *
     * @param limited whether only the first few are wanted
     */
    Documents find(Document query, @Nullable Document orderBy, boolean limited, List<? extends OrderedEntries> orders) {
        List<Map.Entry<String, Boolean>> sort = sortFields(orderBy);
        IdConditions ids = IdConditions.of(query);
        Predicate<Found> matches = ids.nothingElse() ? found -> true : matching(query);
        List<Key> points = ids.points();
        if (points != null) {
            boolean byId = sort.isEmpty() || sort.getFirst().getKey().equals("_id");
            boolean backward = !sort.isEmpty() && byId && !sort.getFirst().getValue();
            Documents found = new DocumentLookup(documents, backward ? points.reversed() : points, matches);
            return byId || orderBy == null ? found : new SortedDocuments(found, orderBy);
        }
        QueryPlan plan = QueryPlanner.plan(query, sort, orders);
        record(plan, query, orderBy, limited);
        Documents found = new DocumentWalk(documents, plan, matches);
        return plan.sorted() || orderBy == null ? found : new SortedDocuments(found, orderBy);
    }

    private Predicate<Found> matching(Document query) {
        WantedFields asked = WantedFields.askedBy(query);
        return found -> matcher.test(found.document(asked), query);
    }

    private void record(QueryPlan plan, Document query, @Nullable Document orderBy, boolean limited) {
        if (plan.bounded()) {
            return;
        }
        String text = collection + " " + query + (orderBy == null ? "" : " sort " + orderBy);
        if (!query.isEmpty() || !plan.sorted()) {
            scans.add(text);
        } else if (!limited) {
            scans.addWhole(text);
        }
    }

    private static List<Map.Entry<String, Boolean>> sortFields(@Nullable Document orderBy) {
        return orderBy == null
                ? List.of()
                : orderBy.entrySet().stream()
                        .map(field -> Map.entry(
                                field.getKey().equals("$natural") ? "_id" : field.getKey(),
                                ((Number) field.getValue()).intValue() > 0))
                        .toList();
    }
}
