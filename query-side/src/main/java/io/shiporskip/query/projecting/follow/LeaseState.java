package io.shiporskip.query.projecting.follow;

import java.time.Instant;

/**
 * Who folds.
 *
 * @param fence rises with every holder
 * @param until when another may take over
 */
public record LeaseState(String holder, long fence, Instant until) {}
