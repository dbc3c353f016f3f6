package io.shiporskip.standalone;

import io.shiporskip.command.axon.EventReading;
import io.shiporskip.events.DomainEvent;
import io.shiporskip.events.community.CommunityVoteCast;
import io.shiporskip.events.community.VoterId;
import io.shiporskip.events.tool.Category;
import io.shiporskip.events.tool.ToolDetails;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.tool.ToolListed;
import io.shiporskip.events.verdict.Counted;
import io.shiporskip.log.LogHead;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.axon.NamedTypeSerializer;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.block.BlockHash;
import io.shiporskip.log.transfer.BlockLine;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.serialization.SerializedObject;

/** Writes an export of any length as the product would have: one tool, and votes on it, without a server. */
public final class LongLog {

    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final ToolId TOOL = new ToolId("smolvlm2-turbo");
    private static final NamedTypeSerializer SERIALIZER = EventReading.serializer();

    private LongLog() {}

    /** Run by hand: how many events, how many a block, and the file. */
    public static void main(String[] arguments) throws IOException {
        System.out.println(
                write(Path.of(arguments[2]), Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1])));
    }

    /** @return where that log ends */
    public static LogHead write(Path file, int events, int eventsPerBlock) throws IOException {
        LogHead head = LogHead.EMPTY;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            while (head.position() < events) {
                Block block = after(head, (int) Math.min(eventsPerBlock, events - head.position()));
                out.write(BlockLine.write(block));
                head = block.asHead();
            }
        }
        return head;
    }

    private static Block after(LogHead head, int count) {
        long first = head.position() + 1;
        Instant at = TIME.plusMillis(first + count - 1);
        List<StoredEvent> content = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            content.add(stored(first + i, at));
        }
        String hash = BlockHash.of(head.hash(), first, at, content);
        return new Block(first, id(first), at, head.hash(), hash, content);
    }

    private static StoredEvent stored(long position, Instant at) {
        DomainEvent event = position == 1 ? listed() : vote(position);
        SerializedObject<String> json = SERIALIZER.serialize(event, String.class);
        return new StoredEvent(
                position,
                id(position),
                id(position),
                event.stream(),
                position == 1 ? "Tool" : "CommunityBallot",
                0,
                json.getType().getName(),
                json.getType().getRevision(),
                TIME.plusMillis(position),
                at,
                json.getData(),
                "{\"actor\":\"visitor\",\"command\":\"" + id(position) + "\"}");
    }

    private static ToolListed listed() {
        Category category = new Category("models", "Models");
        return new ToolListed(
                TOOL,
                new ToolDetails("SmolVLM2 Turbo", "Small", "Sees", category, "Free", "Free", "Phones", null, false));
    }

    private static CommunityVoteCast vote(long position) {
        Counted choice = position % 3 == 0 ? Counted.SKIP : Counted.SHIP;
        return new CommunityVoteCast(
                TOOL, new VoterId(String.format("%032x", position)), choice, Counted.NONE, choice, null);
    }

    private static String id(long position) {
        return new UUID(position << 16 | 0x7000L, 1L << 63).toString();
    }
}
