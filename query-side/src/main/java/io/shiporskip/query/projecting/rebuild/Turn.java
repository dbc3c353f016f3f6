package io.shiporskip.query.projecting.rebuild;

import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.follow.LaneOpener;
import io.shiporskip.query.projecting.follow.LiveLanes;
import io.shiporskip.query.projecting.store.ModelStates;

/**
 * What a rebuild works with while this node folds.
 *
 * @param rest what it leaves to readers
 * @param fence of this node's turn
 */
record Turn(
        Rebuilds rebuilds,
        ModelStates states,
        LaneOpener lanes,
        LiveLanes live,
        EventSource source,
        Rest rest,
        long fence) {}
