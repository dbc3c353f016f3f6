package io.shiporskip.query.history;

import io.shiporskip.events.tool.ToolId;
import java.util.ArrayList;
import java.util.List;

/**
 * Which of {@value #SIZE} neighbouring positions of the log concern one tool, as stored.
 *
 * @param positions ascending, at most {@value #SIZE}
 */
public record HistoryBucket(List<Long> positions) {

    static final int SIZE = 256;
    static final HistoryBucket EMPTY = new HistoryBucket(List.of());

    /** Sorts by tool and then by position: the number is written in 16 hexadecimal digits. */
    static String id(ToolId tool, long position) {
        return "%s@%016x".formatted(tool.slug(), number(position));
    }

    static long number(long position) {
        return position / SIZE;
    }

    HistoryBucket with(long position) {
        var all = new ArrayList<>(positions);
        all.add(position);
        return new HistoryBucket(List.copyOf(all));
    }
}
