package io.shiporskip.query.operating;

import io.shiporskip.query.projecting.store.Stop;

/** Why a projection no longer folds, and the position of the event it could not take. */
record StopView(long position, String reason) {

    static StopView of(Stop stop) {
        return new StopView(stop.position(), stop.reason());
    }
}
