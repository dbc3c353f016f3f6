package io.shiporskip.log.model;

import java.util.List;

/**
 * A block of the model, numbered.
 *
 * @param number of the blocks that its writer numbered, this is which
 * @param previous the {@link #uid} of the block that it was chained to; 0 for none
 */
record PlacedBlock(int writer, int number, int position, int previous, List<PlannedCommit> commits) {

    /** What the random id is in a real block. */
    int uid() {
        return 100 * (writer + 1) + number;
    }

    int events() {
        return commits.stream().mapToInt(commit -> commit.places().size()).sum();
    }

    int lastPosition() {
        return position + events() - 1;
    }

    /** Whether a server that holds the other would refuse this one: by its indexes alone, which know no ranges. */
    boolean refusedBy(PlacedBlock other) {
        return position == other.position
                || commits.stream().anyMatch(mine -> other.commits.stream().anyMatch(mine::rivals));
    }

    @Override
    public String toString() {
        return "block " + name() + " (position" + (events() == 1 ? " " : "s " + position + " to ") + lastPosition()
                + ", commits " + commits.stream().map(PlannedCommit::id).toList() + ")";
    }

    String name() {
        return (char) ('A' + writer) + "" + number;
    }
}
