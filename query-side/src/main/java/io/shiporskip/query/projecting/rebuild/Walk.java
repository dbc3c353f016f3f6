package io.shiporskip.query.projecting.rebuild;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** All documents of a generation in the order of their ids, a page at a time. */
final class Walk {

    static final int PAGE = 1_000;

    private final Function<String, List<BsonDocument>> pages;
    private final UnaryOperator<@Nullable BsonDocument> seen;
    private final Deque<BsonDocument> ahead = new ArrayDeque<>();
    private String last = "";
    private boolean over;

    /**
     * @param pages gives the documents after an id
     * @param seen what a document is taken for; null for one that is left out
     */
    Walk(Function<String, List<BsonDocument>> pages, UnaryOperator<@Nullable BsonDocument> seen) {
        this.pages = pages;
        this.seen = seen;
    }

    /** Null after the last. */
    @Nullable BsonDocument next() {
        while (ahead.isEmpty() && !over) {
            List<BsonDocument> page = pages.apply(last);
            over = page.size() < PAGE;
            for (BsonDocument document : page) {
                last = document.getString("_id").getValue();
                BsonDocument taken = seen.apply(document);
                if (taken != null) {
                    ahead.add(taken);
                }
            }
        }
        return ahead.poll();
    }
}
