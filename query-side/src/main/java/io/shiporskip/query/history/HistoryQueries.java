package io.shiporskip.query.history;

import io.shiporskip.events.tool.ToolId;
import io.shiporskip.query.Answer;
import io.shiporskip.query.projecting.asof.AsOf;
import org.jspecify.annotations.Nullable;

/** What pages and the JSON API ask of a tool's history. */
public interface HistoryQueries {

    /** Entries on a page at most: where a tool's events lie far apart, each costs a read of the log. */
    int MOST = 50;

    /**
     * A page of what happened to a tool, newest first; an unknown tool's is empty.
     *
     * @param cursor where the page starts, as an earlier page's {@code next}; null for the newest
     * @param limit entries on the page, 1..{@value #MOST}
     */
    Answer<HistoryView> history(ToolId tool, @Nullable String cursor, int limit, AsOf asOf);
}
