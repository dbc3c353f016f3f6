package io.shiporskip.log.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything, between two steps.
 *
 * @param commits by their ids
 * @param told by commit, and the positions that those that are done were told
 * @param faultsLeft how many more things may go wrong
 */
record World(
        List<PlannedCommit> commits,
        List<Answered> told,
        ReplicaSet server,
        List<Request> network,
        List<Writer> writers,
        int faultsLeft) {

    /** @param position of its last event; 0 unless it is done */
    record Answered(Told told, int position) {

        static final Answered QUEUED = new Answered(Told.QUEUED, 0);
    }

    /** @param writers by writer, the blocks' commits that they will try to append */
    static World starting(List<List<List<PlannedCommit>>> writers, int faults) {
        List<PlannedCommit> commits = writers.stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .sorted((a, b) -> Integer.compare(a.id(), b.id()))
                .toList();
        List<Writer> starting = new ArrayList<>();
        writers.forEach(queue -> starting.add(Writer.starting(starting.size(), queue)));
        return new World(
                commits,
                commits.stream().map(any -> Answered.QUEUED).toList(),
                ReplicaSet.EMPTY,
                List.of(),
                List.copyOf(starting),
                faults);
    }

    Told told(PlannedCommit commit) {
        return told.get(commit.id()).told();
    }

    World with(ReplicaSet changed) {
        return new World(commits, told, changed, network, writers, faultsLeft);
    }

    World with(Writer changed) {
        return new World(commits, told, server, network, replaced(writers, changed.id(), changed), faultsLeft);
    }

    World with(List<Request> changed) {
        return new World(commits, told, server, List.copyOf(changed), writers, faultsLeft);
    }

    World sent(Request request) {
        List<Request> more = new ArrayList<>(network);
        more.add(request);
        return with(more);
    }

    World without(Request request) {
        List<Request> fewer = new ArrayList<>(network);
        fewer.remove(request);
        return with(fewer);
    }

    World afterFault() {
        return new World(commits, told, server, network, writers, faultsLeft - 1);
    }

    World told(PlannedCommit commit, Told answer) {
        return told(commit, new Answered(answer, 0));
    }

    World told(PlannedCommit commit, Answered answer) {
        return new World(commits, replaced(told, commit.id(), answer), server, network, writers, faultsLeft);
    }

    /** The command behind a commit is asked for again, as a new decision. */
    World decidedAgain(PlannedCommit commit) {
        List<PlannedCommit> more = new ArrayList<>(commits);
        more.add(commit);
        List<Answered> moreTold = new ArrayList<>(told);
        moreTold.add(Answered.QUEUED);
        return new World(List.copyOf(more), List.copyOf(moreTold), server, network, writers, faultsLeft);
    }

    private static <T> List<T> replaced(List<T> list, int index, T value) {
        List<T> changed = new ArrayList<>(list);
        changed.set(index, value);
        return List.copyOf(changed);
    }
}
