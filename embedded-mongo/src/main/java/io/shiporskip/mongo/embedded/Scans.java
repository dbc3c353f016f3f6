package io.shiporskip.mongo.embedded;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The last queries that had to look at every document of a collection to find some, and the last that asked for every
 * document. The product has none of the first kind; its tests ask here.
 */
final class Scans {

    private static final int MOST = 1_000;

    private final Deque<String> searches = new ArrayDeque<>();
    private final Deque<String> whole = new ArrayDeque<>();

    /** A condition, or an order, that no index served. */
    synchronized void add(String query) {
        add(searches, query);
    }

    /** No condition and no limit: the whole collection is what was asked for. */
    synchronized void addWhole(String query) {
        add(whole, query);
    }

    private static void add(Deque<String> queries, String query) {
        if (queries.size() == MOST) {
            queries.removeFirst();
        }
        queries.addLast(query);
    }

    synchronized List<String> list() {
        return List.copyOf(searches);
    }

    synchronized List<String> whole() {
        return List.copyOf(whole);
    }
}
