package io.shiporskip.query.operating;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One projection's state.
 *
 * @param revision of this program's projection
 * @param generation the live one; 0 while the first is being filled
 * @param liveRevision of the projection that the live generation was folded by; it is served only where this is the
 *     program's own
 * @param previous number of the generation kept from before; absent when there is none
 * @param canSwapBack whether this program can fold it, so that it can come back
 * @param position how far the live generation is
 * @param head the log's end
 * @param stopped why it goes no further; absent while it does
 * @param skipped positions of the events that the live generation leaves out: any makes it incomplete
 * @param rebuild the open one, or the last; absent when there never was one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProjectionView(
        String name,
        int revision,
        int generation,
        int liveRevision,
        @Nullable Integer previous,
        boolean canSwapBack,
        long position,
        long head,
        @Nullable StopView stopped,
        List<Long> skipped,
        @Nullable RebuildView rebuild) {

    /** Whether this program answers from the live generation. */
    boolean served() {
        return generation > 0 && liveRevision == revision;
    }

    /** Whether the live generation is a later program's, which this one leaves alone. */
    boolean later() {
        return generation > 0 && liveRevision > revision;
    }

    /** Whether it can come to show all of the log without somebody's help. */
    boolean goesOn() {
        return !later() && !(served() && stopped != null);
    }

    /** How far its documents are, be they live or still being filled for this program. */
    long reached() {
        return !served() && rebuild != null ? rebuild.position() : position;
    }
}
