package io.shiporskip.log.verify;

import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.block.Block;

/**
 * Checks, for one share of all ids and streams, that each event id stands once and that each stream's sequence goes 0,
 * 1, 2, … in position order.
 */
final class KeyCheck {

    private final Faults faults;
    private final int share;
    private final int shares;
    private final Fingerprints ids = new Fingerprints();
    private final Fingerprints streams = new Fingerprints();

    KeyCheck(Faults faults, int share, int shares) {
        this.faults = faults;
        this.share = share;
        this.shares = shares;
    }

    void check(Block block) {
        for (StoredEvent event : block.events()) {
            if (isOurs(event.id())) {
                checkId(block, event);
            }
            if (isOurs(event.aggregate())) {
                checkSequence(block, event);
            }
        }
    }

    private boolean isOurs(String text) {
        return Math.floorMod(text.hashCode(), shares) == share;
    }

    private void checkId(Block block, StoredEvent event) {
        long before = ids.put(event.id(), event.position());
        if (before >= 0) {
            fault(block, event, "the event id " + event.id() + " stands at position " + before + " already");
        }
    }

    private void checkSequence(Block block, StoredEvent event) {
        long expected = streams.put(event.aggregate(), Math.max(0, event.sequence())) + 1;
        if (event.sequence() != expected) {
            fault(
                    block,
                    event,
                    "stream " + event.aggregate() + " goes on with sequence " + event.sequence() + " where " + expected
                            + " is next");
        }
    }

    private void fault(Block block, StoredEvent event, String what) {
        faults.add(new Fault(Long.toString(block.position()), event.position(), event.position(), what));
    }
}
