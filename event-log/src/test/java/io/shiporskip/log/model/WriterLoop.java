package io.shiporskip.log.model;

import io.shiporskip.log.model.World.Answered;
import java.util.ArrayList;
import java.util.List;

/**
 * What a writer does by itself between two looks at the world: a copy of {@code BlockWriter}'s loop, around the
 * product's own table.
 */
final class WriterLoop {

    private final Protocol protocol;

    WriterLoop(Protocol protocol) {
        this.protocol = protocol;
    }

    /** Numbers what the writer has open, and sends it. */
    World numbered(World world, Writer writer) {
        Writer sending = writer.sending();
        return world.with(sending).sent(new Request(block(sending), true, false));
    }

    /** Concludes from what the writer has found. */
    World concluded(World world, Writer writer, Findings findings) {
        PlacedBlock block = block(writer);
        return switch (protocol.table().apply(findings)) {
            case Verdict.Stands() -> done(world, writer, block);
            case Verdict.SlotTaken() -> world.with(writer.withoutHead());
            case Verdict.KeysTaken(int losers) -> refused(world, writer, losers);
            case Verdict.Failed() -> failed(world, writer);
            case Verdict.SendAgain() -> world.with(writer.sendingAgain()).sent(new Request(block, true, false));
            case Verdict.ReadSlot(), Verdict.ReadKeys() -> world.with(writer.knowing(findings));
        };
    }

    static PlacedBlock block(Writer writer) {
        PlacedBlock block = writer.block();
        if (block == null) {
            throw new IllegalStateException("writer " + writer.name() + " has no block under way");
        }
        return block;
    }

    private static World done(World world, Writer writer, PlacedBlock block) {
        World next = world;
        int position = block.position() - 1;
        for (PlannedCommit commit : block.commits()) {
            position += commit.places().size();
            if (next.told(commit) == Told.SENT) {
                next = next.told(commit, new Answered(Told.DONE, position));
            }
        }
        return next.with(writer.withOpen(List.of()).knowing(block.lastPosition(), block.uid()));
    }

    private World refused(World world, Writer writer, int losers) {
        World next = world;
        List<PlannedCommit> rest = new ArrayList<>();
        for (int i = 0; i < writer.open().size(); i++) {
            PlannedCommit commit = writer.open().get(i);
            if ((losers >> i & 1) == 0) {
                rest.add(commit);
            } else if (next.told(commit) == Told.SENT) {
                next = next.told(commit, Told.REFUSED);
            }
        }
        Writer without = writer.withOpen(List.copyOf(rest));
        return rest.isEmpty() ? next.with(without) : numbered(next, without);
    }

    /** Only one of them need be at fault: alone, each answers for itself. */
    private static World failed(World world, Writer writer) {
        if (writer.open().size() > 1) {
            List<List<PlannedCommit>> alone =
                    new ArrayList<>(writer.open().stream().map(List::of).toList());
            alone.addAll(writer.queue());
            return world.with(writer.withOpen(List.of()).withQueue(List.copyOf(alone)));
        }
        PlannedCommit commit = writer.open().getFirst();
        World next = world.told(commit) == Told.SENT ? world.told(commit, Told.FAILED) : world;
        return next.with(writer.withOpen(List.of()));
    }
}
