package io.shiporskip.query.projecting.follow;

import io.shiporskip.query.projecting.Folded;
import java.util.LinkedHashMap;
import java.util.Map;

/** The documents a lane wrote last, so that a busy one need not be loaded for every batch. Bounded; oldest use goes first. */
final class Recent<D extends Record> extends LinkedHashMap<String, Folded<D>> {

    private static final int BOUND = 4_096;

    Recent() {
        super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Folded<D>> eldest) {
        return size() > BOUND;
    }
}
