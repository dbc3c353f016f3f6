package io.shiporskip.log.verify;

import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.block.Block;

/**
 * Checks, for one share of all ids and streams, that each event id stands once, that each commit stands in one piece, and
 * that each stream's sequence goes 0, 1, 2, … in position order.
 */
final class KeyCheck {

    private final Faults faults;
    private final int share;
    private final int shares;
    private final Fingerprints ids = new Fingerprints();
    private final Fingerprints commits = new Fingerprints();
    private final Fingerprints streams = new Fingerprints();
    private long commitCount;
    private long streamCount;

    KeyCheck(Faults faults, int share, int shares) {
        this.faults = faults;
        this.share = share;
        this.shares = shares;
    }

    /** Commits of this share, so far. */
    long commitCount() {
        return commitCount;
    }

    /** Streams of this share, so far; an event of no aggregate makes none. */
    long streamCount() {
        return streamCount;
    }

    void check(Block block) {
        String commit = null;
        for (StoredEvent event : block.events()) {
            if (isOurs(event.id())) {
                checkId(block, event);
            }
            if (!event.commit().equals(commit) && isOurs(event.commit())) {
                checkCommit(block, event);
            }
            commit = event.commit();
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

    private void checkCommit(Block block, StoredEvent event) {
        commitCount++;
        long before = commits.put(event.commit(), event.position());
        if (before >= 0) {
            fault(
                    block,
                    event,
                    "commit " + event.commit() + " stands at position " + before + " already, and is torn apart");
        }
    }

    private void checkSequence(Block block, StoredEvent event) {
        long before = streams.put(event.aggregate(), Math.max(0, event.sequence()));
        streamCount += before < 0 && event.type() != null ? 1 : 0;
        long expected = before + 1;
        if (event.sequence() != expected) {
            fault(
                    block,
                    event,
                    "stream " + event.aggregate() + " goes on with sequence " + event.sequence() + " where " + expected
                            + " is next");
        }
        if (event.type() == null && !event.aggregate().equals(event.id())) {
            fault(block, event, "it has a place in stream " + event.aggregate() + " but no type");
        }
    }

    private void fault(Block block, StoredEvent event, String what) {
        faults.add(new Fault(Long.toString(block.position()), event.position(), event.position(), what));
    }
}
