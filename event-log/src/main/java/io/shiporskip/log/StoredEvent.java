package io.shiporskip.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event as it stands in the log.
 *
 * @param position its place in the one order of all events, from 1 without gaps
 * @param id its own id, unique in the log
 * @param commit the id of the commit (one unit of work) it was decided in
 * @param aggregate the stream it belongs to; its own id when it belongs to none
 * @param type the kind of aggregate; absent when it belongs to none
 * @param sequence its place in its stream, from 0 without gaps
 * @param name the stable name of its kind
 * @param revision the revision its payload was written in
 * @param time when it happened, to the millisecond; may go back along the log
 * @param at its block's time, which never goes back along the log
 * @param payload the JSON text, exactly as it was serialized
 * @param meta the JSON text of its metadata, exactly as it was serialized
 */
public record StoredEvent(
        long position,
        String id,
        String commit,
        String aggregate,
        @Nullable String type,
        long sequence,
        String name,
        String revision,
        Instant time,
        Instant at,
        String payload,
        String meta) {}
