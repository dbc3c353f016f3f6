package io.shiporskip.query.operating;

import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.asof.Checkpoints;
import java.util.NavigableSet;

/**
 * One projection's checkpoints.
 *
 * @param every events from one to the next
 * @param made how many there are
 * @param missing how many there should be beside these, up to the log's end
 * @param last position of the last one; 0 without any
 * @param head the log's end
 */
record CheckpointView(String name, int revision, long every, int made, long missing, long last, long head) {

    static CheckpointView of(Projection<?> projection, Checkpoints checkpoints, long head) {
        NavigableSet<Long> positions = checkpoints.positions(projection);
        long due = head / checkpoints.every();
        long standing = positions.stream()
                .filter(position -> position % checkpoints.every() == 0 && position <= head)
                .count();
        return new CheckpointView(
                projection.name(),
                projection.revision(),
                checkpoints.every(),
                positions.size(),
                due - standing,
                positions.isEmpty() ? 0 : positions.last(),
                head);
    }
}
