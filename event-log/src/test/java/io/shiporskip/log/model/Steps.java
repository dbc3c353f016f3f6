package io.shiporskip.log.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Everything that can happen next in a world. */
final class Steps {

    private final WriterSteps writers;
    private final NetworkSteps network;
    private final CommandSteps commands;

    Steps(Protocol protocol) {
        WriterLoop loop = new WriterLoop(protocol);
        this.writers = new WriterSteps(protocol, loop);
        this.network = new NetworkSteps(loop);
        this.commands = new CommandSteps(protocol);
    }

    List<Step> from(World world) {
        List<Step> steps = new ArrayList<>();
        world.writers().forEach(writer -> writers.add(world, writer, steps));
        network.add(world, steps);
        if (!world.server().tail().isEmpty()) {
            PlacedBlock next = world.server().tail().getFirst();
            add(
                    steps,
                    Step.Kind.REPLICATED,
                    () -> "a majority has got " + next,
                    world.with(world.server().replicated()));
        }
        if (world.faultsLeft() > 0) {
            for (ReplicaSet elected : world.server().elections()) {
                add(
                        steps,
                        Step.Kind.ELECTION,
                        () -> "another primary is elected; beyond what a majority has, there stand " + elected.tail(),
                        world.afterFault().with(elected));
            }
            commands.add(world, steps);
        }
        return steps;
    }

    static void add(List<Step> steps, Step.Kind kind, Supplier<String> told, World next) {
        steps.add(new Step(kind, told, next));
    }
}
