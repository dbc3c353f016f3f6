package io.shiporskip.log.model;

import java.util.List;

/**
 * A commit of the model.
 *
 * @param id its place in {@link World#commits}
 * @param command the decision it carries out: when that is asked for twice, two commits have the same one
 * @param places one for each of its events: 10 times the stream's number, and the sequence
 */
record PlannedCommit(int id, int command, List<Integer> places) {

    static PlannedCommit of(int id, Integer... places) {
        return new PlannedCommit(id, id, List.of(places));
    }

    /** Whether the log, with this commit in it, would refuse the other: an event id or a place is held. */
    boolean rivals(PlannedCommit other) {
        return id == other.id || places.stream().anyMatch(other.places::contains);
    }
}
