package io.shiporskip.log.model;

import io.shiporskip.log.model.Findings.Reply;
import io.shiporskip.log.model.Findings.Slot;
import java.util.ArrayList;
import java.util.List;

/** What can become of a send: served now, later or never, by the primary or a deposed one; answered or not. */
final class NetworkSteps {

    private final WriterLoop loop;

    NetworkSteps(WriterLoop loop) {
        this.loop = loop;
    }

    void add(World world, List<Step> steps) {
        for (Request request : world.network().stream().distinct().toList()) {
            if (request.inserted()) {
                answered(world, request, steps);
            } else {
                served(world, request, steps);
            }
        }
    }

    private void served(World world, Request request, List<Step> steps) {
        PlacedBlock block = request.block();
        if (world.server().refuses(block, world.server().tail())) {
            Steps.add(
                    steps,
                    Step.Kind.SERVED,
                    () -> "the primary has a key of " + block + " already",
                    replied(world, request, Reply.DUPLICATE_KEY));
        } else {
            Steps.add(
                    steps,
                    Step.Kind.SERVED,
                    () -> "the primary inserts " + block,
                    taken(world.with(world.server().inserted(block)), request));
        }
        if (world.faultsLeft() == 0) {
            return;
        }
        World fault = world.afterFault();
        for (List<PlacedBlock> deposed : world.server().lost()) {
            boolean refuses = world.server().refuses(block, deposed);
            Steps.add(
                    steps,
                    Step.Kind.DEPOSED_SERVES,
                    () -> "a deposed primary " + (refuses ? "refuses " : "inserts ") + block,
                    refuses
                            ? replied(fault, request, Reply.DUPLICATE_KEY)
                            : taken(fault.with(world.server().insertedAt(deposed, block)), request));
        }
        if (request.awaited()) {
            lost(world, request, steps);
            Steps.add(
                    steps,
                    Step.Kind.REFUSED_FOR_GOOD,
                    () -> "the server refuses " + block + " for good",
                    replied(fault, request, Reply.REFUSED_FOR_GOOD));
        }
    }

    private void answered(World world, Request request, List<Step> steps) {
        PlacedBlock block = request.block();
        boolean committed = world.server().committed().contains(block);
        if (committed) {
            Steps.add(
                    steps,
                    Step.Kind.ANSWERED,
                    () -> block + " is acknowledged",
                    replied(world, request, Reply.INSERTED));
        } else if (!world.server().tail().contains(block)) {
            Steps.add(
                    steps,
                    Step.Kind.ANSWERED,
                    () -> "the connection breaks on which " + block + " was sent",
                    replied(world, request, Reply.NONE));
        }
        if (world.faultsLeft() > 0) {
            Steps.add(
                    steps,
                    Step.Kind.UNCONFIRMED,
                    () -> block + " is answered: written, but no majority within the time",
                    replied(world.afterFault(), request, Reply.UNCONFIRMED));
            lost(world, request, steps);
        }
    }

    private void lost(World world, Request request, List<Step> steps) {
        World without = replied(world.afterFault(), request, Reply.NONE);
        Steps.add(
                steps,
                Step.Kind.ANSWER_LOST,
                () -> "the answer to " + request.block() + " is lost"
                        + (request.inserted() ? "" : ", and the request still under way"),
                request.inserted() ? without : without.sent(request.forgotten()));
    }

    private World replied(World world, Request request, Reply reply) {
        World without = world.without(request);
        if (!request.awaited()) {
            return without;
        }
        Writer writer = world.writers().get(request.block().writer());
        int commits = writer.open().size();
        return loop.concluded(without, writer, new Findings(reply, writer.onlySend(), commits, Slot.UNREAD, 0, 0));
    }

    private static World taken(World world, Request request) {
        World without = world.without(request);
        return request.awaited() ? without.sent(request.taken()) : without;
    }

    /** Nobody waits for what this writer has sent; what no server has seen may still arrive. */
    static World abandoned(World world, int writer) {
        List<Request> left = new ArrayList<>();
        for (Request request : world.network()) {
            if (request.block().writer() != writer || !request.awaited()) {
                left.add(request);
            } else if (!request.inserted()) {
                left.add(request.forgotten());
            }
        }
        return world.with(left);
    }
}
