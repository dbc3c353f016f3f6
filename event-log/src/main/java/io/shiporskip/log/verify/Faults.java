package io.shiporskip.log.verify;

import java.util.ArrayList;
import java.util.List;

/** Collects faults: counts all, lists the first. */
final class Faults {

    static final int LISTED = 100;

    private final List<Fault> listed = new ArrayList<>();
    private long count;

    void add(Fault fault) {
        count++;
        if (listed.size() < LISTED) {
            listed.add(fault);
        }
    }

    long count() {
        return count;
    }

    List<Fault> listed() {
        return listed;
    }
}
