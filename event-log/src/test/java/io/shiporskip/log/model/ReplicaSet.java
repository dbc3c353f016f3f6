package io.shiporskip.log.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The server. A superset of what a replica set can do: an election takes back any part of what is not
 * majority-committed, and may bring back what an earlier one took.
 *
 * @param committed by a majority: nothing takes it back
 * @param tail what the primary has beyond it
 * @param lost tails of deposed primaries
 */
record ReplicaSet(List<PlacedBlock> committed, List<PlacedBlock> tail, List<List<PlacedBlock>> lost) {

    static final ReplicaSet EMPTY = new ReplicaSet(List.of(), List.of(), List.of());

    boolean refuses(PlacedBlock block, List<PlacedBlock> uncommitted) {
        return Stream.concat(committed.stream(), uncommitted.stream()).anyMatch(block::refusedBy);
    }

    ReplicaSet inserted(PlacedBlock block) {
        return new ReplicaSet(committed, plus(tail, block), lost);
    }

    /** A deposed primary takes it, not knowing better; no majority will have it unless that one is elected again. */
    ReplicaSet insertedAt(List<PlacedBlock> deposed, PlacedBlock block) {
        Set<List<PlacedBlock>> changed = new LinkedHashSet<>(lost);
        changed.remove(deposed);
        changed.add(plus(deposed, block));
        return new ReplicaSet(committed, tail, ordered(changed));
    }

    /** A majority has got the next block of the tail; a tail without it can never come back. */
    ReplicaSet replicated() {
        Set<List<PlacedBlock>> agreeing = new LinkedHashSet<>();
        for (List<PlacedBlock> other : lost) {
            if (other.size() > 1 && other.getFirst().equals(tail.getFirst())) {
                agreeing.add(other.subList(1, other.size()));
            }
        }
        return new ReplicaSet(
                plus(committed, tail.getFirst()), List.copyOf(tail.subList(1, tail.size())), ordered(agreeing));
    }

    /** Every outcome of an election that changes what stands. */
    Set<ReplicaSet> elections() {
        Set<ReplicaSet> all = new LinkedHashSet<>();
        Set<List<PlacedBlock>> tails = new LinkedHashSet<>(lost);
        tails.add(tail);
        for (List<PlacedBlock> from : tails) {
            for (int kept = 0; kept <= from.size(); kept++) {
                List<PlacedBlock> elected = List.copyOf(from.subList(0, kept));
                if (!elected.equals(tail)) {
                    Set<List<PlacedBlock>> others = new LinkedHashSet<>(tails);
                    others.removeIf(other -> startsWith(elected, other));
                    all.add(new ReplicaSet(committed, elected, ordered(others)));
                }
            }
        }
        return all;
    }

    /** Whether the block stands somewhere, for good or not. */
    boolean holds(PlannedCommit commit) {
        return Stream.concat(Stream.of(committed, tail), lost.stream())
                .flatMap(List::stream)
                .anyMatch(block -> block.commits().contains(commit));
    }

    /** The same tails in the same order, so that equal worlds are equal. */
    private static List<List<PlacedBlock>> ordered(Set<List<PlacedBlock>> tails) {
        return tails.stream()
                .sorted(Comparator.comparing(
                        tail -> tail.stream().map(PlacedBlock::uid).toList().toString()))
                .toList();
    }

    private static boolean startsWith(List<PlacedBlock> list, List<PlacedBlock> start) {
        return list.size() >= start.size() && list.subList(0, start.size()).equals(start);
    }

    private static List<PlacedBlock> plus(List<PlacedBlock> list, PlacedBlock block) {
        List<PlacedBlock> longer = new ArrayList<>(list);
        longer.add(block);
        return List.copyOf(longer);
    }
}
