package io.shiporskip.query.projecting.asof;

import java.time.Instant;

/** Finds which moment of the log a reader means. */
public interface Moments {

    /**
     * A position of the log, fixed for good.
     *
     * @param position 0 or more
     * @throws io.shiporskip.edge.problem.ProblemException future-position (422) beyond the log's head
     */
    AsOf.Position at(long position);

    /**
     * The end of the last block that was not written later. Where the log's last block was not written later than that,
     * it is the head, and not fixed: more may still be written at that time.
     *
     * @throws io.shiporskip.edge.problem.ProblemException invalid (422) for an instant that this server's clock has not
     *     reached
     */
    AsOf.Position at(Instant instant);
}
