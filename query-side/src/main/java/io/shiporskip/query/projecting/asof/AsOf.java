package io.shiporskip.query.projecting.asof;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The moment that an answer is true at. */
public sealed interface AsOf {

    /** The present, which moves on: answered from the live read models. */
    record Now() implements AsOf {}

    /**
     * What was true when all events up to a position had happened, and no later one.
     *
     * @param position 0 for before everything
     * @param at when the block that holds that event was written; null at position 0
     * @param fixed whether this is for good; false for an instant that events may still come before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Position(long position, @Nullable Instant at, boolean fixed) implements AsOf {}

    static AsOf now() {
        return new Now();
    }

    /** The position of the past asked about; null for the present. */
    default @Nullable Position past() {
        return this instanceof Position position ? position : null;
    }
}
