package io.shiporskip.log.append;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who may write now, and who comes next.
 *
 * @param turn grows with every change, so that a change is made to what was seen and to nothing else
 * @param holder the writer whose turn it is; empty when nobody's
 * @param waiting the writers that want a turn, the next one first
 * @param blockAt where the block begins that was about to be sent when it was passed on last: whoever has it now numbers
 *     theirs after that one
 */
record PenState(long turn, Optional<String> holder, List<String> waiting, long blockAt) {

    /** Before anybody has ever wanted it. */
    static final PenState FREE = new PenState(0, Optional.empty(), List.of(), 0);

    /** How many may wait: more writers than that on one log would only stand in each other's way. */
    static final int MOST_WAITING = 64;

    boolean isHeldBy(String writer) {
        return holder.filter(writer::equals).isPresent();
    }

    boolean isNext(String writer) {
        return !waiting.isEmpty() && waiting.getFirst().equals(writer);
    }

    /** Whether {@code writer} has it or waits for it. */
    boolean concerns(String writer) {
        return isHeldBy(writer) || waiting.contains(writer);
    }

    /** Whether {@code writer} may take it without having been given it: nobody has it, and nobody waited longer. */
    boolean isFreeFor(String writer) {
        return holder.isEmpty() && (waiting.isEmpty() || waiting.getFirst().equals(writer));
    }

    PenState takenBy(String writer) {
        return new PenState(turn + 1, Optional.of(writer), without(writer), blockAt);
    }

    PenState wantedBy(String writer) {
        List<String> more = new ArrayList<>(waiting);
        if (!more.contains(writer) && more.size() < MOST_WAITING) {
            more.add(writer);
        }
        return new PenState(turn + 1, holder, more, blockAt);
    }

    /** Taken out of turn, because whoever had it gave no sign: those who still live ask again. */
    PenState seizedBy(String writer) {
        return new PenState(turn + 1, Optional.of(writer), List.of(), 0);
    }

    /** Given to whoever comes next, or to nobody; {@code wantsMore} puts its holder at the end of the line. */
    PenState passedOn(String by, boolean wantsMore, long block) {
        List<String> line = new ArrayList<>(without(by));
        Optional<String> next = line.isEmpty() ? Optional.empty() : Optional.of(line.removeFirst());
        if (wantsMore) {
            line.add(by);
        }
        return new PenState(turn + 1, next, line, block);
    }

    /** Without {@code writer}, whether it has it or waits for it. */
    PenState leftBy(String writer) {
        return isHeldBy(writer)
                ? passedOn(writer, false, blockAt)
                : new PenState(turn + 1, holder, without(writer), blockAt);
    }

    private List<String> without(String writer) {
        return waiting.stream().filter(other -> !other.equals(writer)).toList();
    }
}
