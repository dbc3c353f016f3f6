package io.shiporskip.mongo.embedded;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last queries that had to look at every document of a collection. The product has none; its tests ask here. */
final class Scans {

    private static final int MOST = 1_000;

    private final Deque<String> last = new ArrayDeque<>();

    synchronized void add(String query) {
        if (last.size() == MOST) {
            last.removeFirst();
        }
        last.addLast(query);
    }

    synchronized List<String> list() {
        return List.copyOf(last);
    }
}
