package io.shiporskip.query.operating;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One projection's state.
 *
 * @param revision of this program's projection
 * @param generation the live one; 0 while the first is being filled
 * @param position how far the live generation is
 * @param head the log's end
 * @param stopped why it goes no further; absent while it does
 * @param rebuild the open one, or the last; absent when there never was one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProjectionView(
        String name,
        int revision,
        int generation,
        long position,
        long head,
        @Nullable StopView stopped,
        @Nullable RebuildView rebuild) {

    /** How far its documents are, be they live or still being filled for the first time. */
    long reached() {
        return generation == 0 && rebuild != null ? rebuild.position() : position;
    }
}
