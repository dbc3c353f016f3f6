package io.shiporskip.command.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Streams that are known to have an event, the most recent ones of a bounded number: to guess that one of them is new
 * would cost a round trip instead of saving one. What is forgotten here is only slower.
 */
final class KnownStreams {

    private static final int MOST = 100_000;

    private final Cache<String, Boolean> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    boolean has(String stream) {
        return known.getIfPresent(stream) != null;
    }

    void add(String stream) {
        known.put(stream, true);
    }
}
