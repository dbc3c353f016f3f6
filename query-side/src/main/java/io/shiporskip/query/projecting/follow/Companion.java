package io.shiporskip.query.projecting.follow;

import org.jspecify.annotations.Nullable;

/** Something that works beside the folding as long as this node folds. */
public interface Companion {

    /**
     * @param fence of this node's turn, higher than that of any turn before
     * @return its thread, already running; interrupted when the node stops folding, and waited for
     */
    Thread start(LiveLanes live, long fence);

    /** What keeps it from its work at the moment, in words; null when nothing does. */
    @Nullable String trouble();
}
