package io.shiporskip.query.projecting.follow;

/** Something that works beside the folding as long as this node folds. */
@FunctionalInterface
public interface Companion {

    /** @return its thread, already running; interrupted when the node stops folding, and waited for */
    Thread start(LiveLanes live);
}
