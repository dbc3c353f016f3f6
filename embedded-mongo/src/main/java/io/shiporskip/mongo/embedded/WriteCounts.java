package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/** Makes bulk writes say what was done, and makes ordered updates stop at the first error, as MongoDB does. */
final class WriteCounts {

    private WriteCounts() {}

    /** Runs a write command through the given server and mends its answer. */
    static Document run(String name, Document command, UnaryOperator<Document> server) {
        boolean ordered = Utils.isTrue(command.getOrDefault("ordered", true));
        if (name.equals("update") && ordered && list(command, "updates").size() > 1) {
            return oneByOne(command, server);
        }
        Document answer = server.apply(command);
        List<Document> errors = list(answer, "writeErrors");
        if (name.equals("insert") && !errors.isEmpty()) {
            int failed = ((Number) errors.getFirst().getOrDefault("index", 0)).intValue();
            answer.put("n", ordered ? failed : list(command, "documents").size() - errors.size());
        }
        return answer;
    }

    private static Document oneByOne(Document command, UnaryOperator<Document> server) {
        List<Document> upserted = new ArrayList<>();
        int matched = 0;
        int modified = 0;
        Document total = new Document();
        List<Document> updates = list(command, "updates");
        for (int i = 0; i < updates.size() && !total.containsKey("writeErrors"); i++) {
            Document one = command.clone();
            one.put("updates", List.of(updates.get(i)));
            Document answer = server.apply(one);
            matched += ((Number) answer.getOrDefault("n", 0)).intValue();
            modified += ((Number) answer.getOrDefault("nModified", 0)).intValue();
            for (Document each : list(answer, "upserted")) {
                upserted.add(each.append("index", i));
            }
            for (Document error : list(answer, "writeErrors")) {
                total.put("writeErrors", List.of(error.append("index", i)));
            }
        }
        total.append("n", matched).append("nModified", modified);
        if (!upserted.isEmpty()) {
            total.put("upserted", upserted);
        }
        Utils.markOkay(total);
        return total;
    }

    private static List<Document> list(Document holder, String field) {
        return holder.get(field) instanceof Collection<?> values
                ? values.stream().map(Document.class::cast).toList()
                : List.of();
    }
}
