package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Refuses commands that the server's library would fail on within a write, as if the store were at fault. */
final class WriteCheck {

    private static final int FAILED_TO_PARSE = 9;

    private WriteCheck() {}

    /** @throws MongoServerError when something is missing, or is of another kind than the library knows */
    static void check(String name, Document command) {
        switch (name) {
            case "insert" -> each(command, "documents", document -> {});
            case "update" ->
                each(command, "updates", update -> {
                    document(update, "q");
                    document(update, "u");
                });
            case "delete" -> each(command, "deletes", delete -> document(delete, "q"));
            default -> {
                if (command.containsKey("update")) {
                    document(command, "update");
                }
            }
        }
    }

    private static void each(Document command, String field, Consumer<Document> check) {
        Object found = command.get(field);
        if (!(found instanceof Collection<?> all) || all.isEmpty()) {
            throw refused(field, "a list of documents", found);
        }
        for (Object one : all) {
            if (!(one instanceof Document document)) {
                throw refused(field, "a list of documents", found);
            }
            check.accept(document);
        }
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
