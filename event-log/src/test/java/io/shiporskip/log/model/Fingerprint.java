package io.shiporskip.log.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/** 128 bits for a world, the same for worlds that differ only in the order of what is under way. */
final class Fingerprint {

    private final MessageDigest digest;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has MD5", impossible);
        }
    }

    byte[] of(World world) {
        bytes.reset();
        number(world.faultsLeft());
        world.commits().forEach(commit -> commit.places().forEach(this::number));
        world.told().forEach(told -> {
            name(told.told());
            number(told.position());
        });
        blocks(world.server().committed());
        blocks(world.server().tail());
        number(world.server().lost().size());
        world.server().lost().forEach(this::blocks);
        network(world.network());
        world.writers().forEach(this::writer);
        return digest.digest(bytes.toByteArray());
    }

    private void network(List<Request> network) {
        number(network.size());
        long[] ordered = network.stream()
                .mapToLong(request ->
                        request.block().uid() * 4L + (request.awaited() ? 2 : 0) + (request.inserted() ? 1 : 0))
                .toArray();
        Arrays.sort(ordered);
        for (long each : ordered) {
            number((int) each);
        }
        // A block's number says which it is, but not what is in it along another path.
        network.stream()
                .map(Request::block)
                .sorted((a, b) -> Integer.compare(a.uid(), b.uid()))
                .forEach(this::block);
    }

    private void writer(Writer writer) {
        number(writer.queue().size());
        writer.queue().forEach(this::commits);
        number(writer.head());
        number(writer.headBlock());
        commits(writer.open());
        number(writer.numbered());
        number(writer.onlySend() ? 1 : 0);
        PlacedBlock block = writer.block();
        number(block == null ? 0 : 1);
        if (block != null) {
            block(block);
        }
        Findings found = writer.found();
        number(found == null ? 0 : 1);
        if (found != null) {
            name(found.reply());
            name(found.slot());
            number(found.keysRead());
            number(found.losers());
        }
    }

    private void blocks(List<PlacedBlock> blocks) {
        number(blocks.size());
        blocks.forEach(this::block);
    }

    private void block(PlacedBlock block) {
        number(block.uid());
        number(block.position());
        number(block.previous());
        commits(block.commits());
    }

    private void commits(List<PlannedCommit> commits) {
        number(commits.size());
        commits.forEach(commit -> number(commit.id()));
    }

    private void name(Enum<?> value) {
        bytes.writeBytes(value.name().getBytes(StandardCharsets.US_ASCII));
        bytes.write(0);
    }

    private void number(int value) {
        bytes.write(value >> 8);
        bytes.write(value);
    }
}
