package io.shiporskip.log.transfer;

import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.read.LogReader;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Where each stream ends, as far as an import has come: asked of the log once, and remembered for the streams that were
 * written last, in bounded memory.
 */
final class StreamEnds {

    /** More than any block has events, so that what waits to be written is always remembered. */
    private static final int REMEMBERED = 200_000;

    private final LogReader log;
    private final Map<String, Long> ends = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    StreamEnds(LogReader log) {
        this.log = log;
    }

    /** The first key of the block that the log could not take; empty, and remembered, when it could. */
    Optional<String> refuses(Block block) {
        Set<String> ids = new HashSet<>();
        Map<String, Long> reached = new LinkedHashMap<>();
        for (StoredEvent event : block.events()) {
            if (!ids.add(event.id())) {
                return Optional.of("event " + event.id() + " stands in it twice");
            }
            if (event.type() == null && !event.aggregate().equals(event.id())) {
                return Optional.of(
                        "event " + event.id() + " has a place in stream " + event.aggregate() + " but no type");
            }
            long next = reached.computeIfAbsent(event.aggregate(), stream -> end(event)) + 1;
            if (event.sequence() != next) {
                return Optional.of("event " + event.id() + " has sequence " + event.sequence() + " in stream "
                        + event.aggregate() + " where " + next + " is next");
            }
            reached.put(event.aggregate(), next);
        }
        ends.putAll(reached);
        return Optional.empty();
    }

    private long end(StoredEvent event) {
        Long known = ends.get(event.aggregate());
        if (known != null) {
            return known;
        }
        if (event.sequence() == 0) {
            // Nothing need be asked: should the stream stand already, the log's index refuses its second beginning.
            return -1;
        }
        OptionalLong last = log.lastSequence(event.aggregate());
        return last.isPresent() ? last.getAsLong() : -1;
    }
}
