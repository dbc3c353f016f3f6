package io.shiporskip.log.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Visits every world that can be reached, nearest first, and checks the promises in each: so the first broken one comes
 * with a shortest way to it.
 */
final class Explorer {

    /**
     * What was found.
     *
     * @param states how many different worlds there are
     * @param steps how many steps between them
     * @param kinds how often each kind of step was taken
     * @param told how many worlds hold a commit that was told this
     * @param counterexample the way to a broken promise, one step a line; empty when there is none
     */
    record Exploration(
            int states,
            long steps,
            Map<Step.Kind, Long> kinds,
            Map<Told, Long> told,
            Optional<String> counterexample) {}

    private record Reached(World world, int number) {}

    private final Steps steps;
    private final Set<Promise> promises;
    private final Fingerprint fingerprint = new Fingerprint();
    private final Visited visited = new Visited();
    private final Deque<Reached> frontier = new ArrayDeque<>();
    private final Map<Step.Kind, Long> kinds = new EnumMap<>(Step.Kind.class);
    private final Map<Told, Long> told = new EnumMap<>(Told.class);
    private long taken;

    Explorer(Protocol protocol, Set<Promise> promises) {
        this.steps = new Steps(protocol);
        this.promises = promises;
    }

    Exploration explore(World first) {
        frontier.add(new Reached(first, visited.add(fingerprint.of(first), -1, 0)));
        while (!frontier.isEmpty()) {
            Reached reached = frontier.remove();
            Optional<String> broken = broken(reached.world());
            if (broken.isPresent()) {
                return found(Optional.of(way(first, reached.number()) + "so: " + broken.get()));
            }
            reached.world().told().forEach(answered -> told.merge(answered.told(), 1L, Long::sum));
            List<Step> next = steps.from(reached.world());
            if (next.isEmpty() && !allAnswered(reached.world())) {
                return found(
                        Optional.of(way(first, reached.number()) + "so: nothing more happens, and a command waits"));
            }
            for (int ordinal = 0; ordinal < next.size(); ordinal++) {
                Step step = next.get(ordinal);
                taken++;
                kinds.merge(step.kind(), 1L, Long::sum);
                int number = visited.add(fingerprint.of(step.next()), reached.number(), ordinal);
                if (number >= 0) {
                    frontier.add(new Reached(step.next(), number));
                }
            }
        }
        return found(Optional.empty());
    }

    private Exploration found(Optional<String> counterexample) {
        return new Exploration(visited.size(), taken, Map.copyOf(kinds), Map.copyOf(told), counterexample);
    }

    private Optional<String> broken(World world) {
        for (Promise promise : promises) {
            Optional<String> broken = promise.brokenIn(world);
            if (broken.isPresent()) {
                return broken.map(what -> promise.otherwise() + ": " + what);
            }
        }
        return Optional.empty();
    }

    private static boolean allAnswered(World world) {
        return world.told().stream()
                .noneMatch(answered -> answered.told() == Told.QUEUED || answered.told() == Told.SENT);
    }

    private String way(World first, int number) {
        List<Integer> ordinals = new ArrayList<>();
        for (int at = number; visited.parent(at) >= 0; at = visited.parent(at)) {
            ordinals.addFirst(visited.ordinal(at));
        }
        StringBuilder way = new StringBuilder();
        World world = first;
        for (int i = 0; i < ordinals.size(); i++) {
            Step step = steps.from(world).get(ordinals.get(i));
            way.append(i + 1).append(". ").append(step.told().get()).append('\n');
            world = step.next();
        }
        return way.toString();
    }
}
