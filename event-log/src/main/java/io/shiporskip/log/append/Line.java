package io.shiporskip.log.append;

import java.util.ArrayList;
import java.util.List;

/**
 * The writers that take turns, in their order. Whose turn it is stands in the log itself: whoever follows the writer of
 * the log's last block, the first of the line after the last one.
 *
 * @param version grows with every change, so that a change is made to what was seen and to nothing else
 * @param writers the one first whose turn comes when the last block is by nobody in line
 */
record Line(long version, List<String> writers) {

    /** Before anybody has ever stood in it. */
    static final Line EMPTY = new Line(0, List.of());

    /** How many may stand in it: more writers than that on one log would only stand in each other's way. */
    static final int MOST = 64;

    Line {
        writers = List.copyOf(writers);
    }

    boolean holds(String writer) {
        return writers.contains(writer);
    }

    /**
     * How many others write before {@code writer}, which stands in line, has its turn; 0 when it has it.
     *
     * @param last who wrote the log's last block
     */
    int ahead(String writer, String last) {
        return Math.floorMod(writers.indexOf(writer) - writers.indexOf(last) - 1, writers.size());
    }

    /** With {@code writer} at its end, where there is room. */
    Line joinedBy(String writer) {
        List<String> more = new ArrayList<>(writers);
        if (!more.contains(writer) && more.size() < MOST) {
            more.add(writer);
        }
        return new Line(version + 1, more);
    }

    /** Without {@code writer}: whoever followed it comes first, so that it has its turn after the block of one who is gone. */
    Line leftBy(String writer) {
        int at = writers.indexOf(writer);
        return at < 0 ? this : new Line(version + 1, from(at + 1, writers.size() - 1));
    }

    /**
     * Without those whose turn came before {@code writer}'s, which did not write in theirs; it comes first. Those of them
     * that still live join again.
     *
     * @param last who wrote the log's last block
     */
    Line seizedBy(String writer, String last) {
        return new Line(version + 1, from(writers.indexOf(writer), writers.size() - ahead(writer, last)));
    }

    private List<String> from(int first, int count) {
        List<String> turned = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            turned.add(writers.get((first + i) % writers.size()));
        }
        return turned;
    }
}
