package io.shiporskip.command.register;

import io.shiporskip.events.tool.ToolId;
import io.shiporskip.log.StoredEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is known of each tool so far: a fold of the log, one entry a tool. Read by many threads, folded by one. */
final class ToolRegister {

    private final Map<String, Standing> standings = new ConcurrentHashMap<>();
    private volatile long position;

    /** Whether a tool is in the catalogue. */
    enum Standing {
        LISTED,
        WITHDRAWN
    }

    /** Takes over what an earlier fold of the same log had come to; before the first {@link #fold}. */
    void restore(Map<String, Standing> at, long savedPosition) {
        standings.putAll(at);
        position = savedPosition;
    }

    /** All tools as of {@link #position}, for the thread that folds. */
    Map<String, Standing> all() {
        return Map.copyOf(standings);
    }

    void fold(StoredEvent event) {
        Standing standing = standingAfter(event.name());
        if (standing != null) {
            standings.put(event.aggregate(), standing);
        }
        position = event.position();
    }

    /** The tool's standing as far as the log has been folded; null when it has not been listed by then. */
    @Nullable Standing of(ToolId tool) {
        return standings.get(tool.stream());
    }

    /** The position of the last event folded. */
    long position() {
        return position;
    }

    /** What an event of this name makes of its tool; null when it changes nothing here. */
    static @Nullable Standing standingAfter(String eventName) {
        return switch (eventName) {
            case "ToolListed", "ToolRelisted" -> Standing.LISTED;
            case "ToolWithdrawn" -> Standing.WITHDRAWN;
            default -> null;
        };
    }
}
