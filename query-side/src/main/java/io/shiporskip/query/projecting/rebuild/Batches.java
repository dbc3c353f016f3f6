package io.shiporskip.query.projecting.rebuild;

import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.RecordedEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads and decodes a stretch of the log, batch after batch, when they are asked for: to read the next while one is folded
 * would be a tenth quicker, and keep a second processor from whoever opens a page.
 */
final class Batches {

    /**
     * Events read at once. An event as it was stored takes more room than what it says: of a whole batch read at once, all
     * of it would be in memory together, and make collections of garbage long.
     */
    private static final int PIECE = 1_000;

    private final EventSource source;
    private final long target;
    private final int limit;
    private final Rest rest;
    private long position;

    /**
     * @param after where the stretch begins
     * @param target where it ends; the log is there already
     * @param limit about how many events a batch has, 1 or more
     */
    Batches(EventSource source, long after, long target, int limit, Rest rest) {
        this.source = source;
        this.position = after;
        this.target = target;
        this.limit = limit;
        this.rest = rest;
    }

    /** The next batch; empty at the end of the stretch. A log that gives fewer events than asked for has large ones. */
    List<RecordedEvent> next() {
        var batch = new ArrayList<RecordedEvent>();
        boolean large = false;
        while (batch.size() < limit && position < target && !large) {
            int before = batch.size();
            int about = (int) Math.min(Math.min(PIECE, limit - before), target - position);
            rest.after(() -> batch.addAll(piece(about)));
            position = batch.getLast().position();
            large = batch.size() - before < about;
        }
        return batch;
    }

    /** Events without their stored text: what they say is read. */
    private List<RecordedEvent> piece(int about) {
        List<RecordedEvent> piece = source.after(position, about).stream()
                .filter(event -> event.position() <= target)
                .toList();
        if (piece.isEmpty()) {
            throw new IllegalStateException("The log gives nothing after " + position + ", and reaches " + target);
        }
        piece.forEach(RecordedEvent::decodeAhead);
        return piece;
    }
}
