package io.shiporskip.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shiporskip.log.LogHead;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the log ends.
 *
 * @param position of the last event; 0 when there is none
 * @param hash of the chain up to it, in hexadecimal digits
 * @param at when it was written; absent while the log is empty
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HeadView(long position, String hash, @Nullable Instant at) {

    static HeadView of(LogHead head) {
        return new HeadView(head.position(), head.hash(), head.position() == 0 ? null : head.at());
    }
}
