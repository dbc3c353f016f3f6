package io.shiporskip.standalone.run;

import io.shiporskip.query.operating.Backlog;
import io.shiporskip.query.operating.ProjectionStates;
import io.shiporskip.standalone.terminal.ProgressLine;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The wait, at a start, until pages show all of the log: a first visitor should not find them empty or old. */
final class CatchUp {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private CatchUp() {}

    /** Returns when nothing is left to fold, saying meanwhile how much is; ends early when the thread is interrupted. */
    static void await(ProjectionStates states) {
        try (ProgressLine progress = new ProgressLine()) {
            for (Backlog backlog = states.backlog();
                    !backlog.done() && !Thread.currentThread().isInterrupted();
                    backlog = states.backlog()) {
                progress.show("Reading the log: " + backlog.position() + " of " + backlog.head() + " events");
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        }
    }
}
