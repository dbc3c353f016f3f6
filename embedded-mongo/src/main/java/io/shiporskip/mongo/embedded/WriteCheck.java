package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Refuses commands that the server's library would fail on within a write, as if the store were at fault. */
final class WriteCheck {

    private static final int FAILED_TO_PARSE = 9;

    private WriteCheck() {}

    /** @throws MongoServerError when something is missing, or is of another kind than the library knows */
    static void check(String name, Document command) {
        switch (name) {
            case "insert" -> documents(command, "documents").close();
            case "update" ->
                documents(command, "updates").forEach(update -> {
                    document(update, "q");
                    document(update, "u");
                });
            case "delete" -> documents(command, "deletes").forEach(delete -> document(delete, "q"));
            default -> {
                if (command.containsKey("update")) {
                    document(command, "update");
                }
            }
        }
    }

    private static Stream<Document> documents(Document command, String field) {
        if (command.get(field) instanceof Collection<?> all
                && !all.isEmpty()
                && all.stream().allMatch(Document.class::isInstance)) {
            return all.stream().map(Document.class::cast);
        }
        throw refused(field, "a list of documents", command.get(field));
    }

    private static void document(Document holder, String field) {
        if (!(holder.get(field) instanceof Document)) {
            throw refused(field, "a document", holder.get(field));
        }
    }

    private static MongoServerError refused(String field, String wanted, @Nullable Object found) {
        String kind = found == null ? "missing" : found instanceof Collection ? "a list" : "something else";
        return new MongoServerError(
                FAILED_TO_PARSE, "FailedToParse", "'" + field + "' has to be " + wanted + " here and is " + kind);
    }
}
