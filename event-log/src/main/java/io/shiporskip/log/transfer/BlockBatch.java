package io.shiporskip.log.transfer;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.block.BlockCodec;
import io.shiporskip.log.block.Blocks;
import io.shiporskip.log.block.EventPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Blocks that wait to be written, in order and together, journaled and majority-committed. What stands after a refusal is
 * read back: no count of the server's is trusted.
 */
final class BlockBatch {

    private static final int ENOUGH_BLOCKS = 128;
    private static final int ENOUGH_BYTES = 4_000_000;

    /** What one document may have on the server. */
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    private static final BlockCodec CODEC = new BlockCodec();

    private record Waiting(long line, Block block, RawBsonDocument document) {}

    private final MongoCollection<RawBsonDocument> documents;
    private final MongoCollection<Block> blocks;
    private final List<Waiting> waiting = new ArrayList<>();
    private int bytes;

    BlockBatch(MongoDatabase database) {
        this.documents =
                Blocks.in(database, RawBsonDocument.class).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.blocks = Blocks.in(database);
    }

    /**
     * Writes the block, now or with those that follow.
     *
     * @param line it came from
     * @throws BadLineException when this block or one that waited was refused; all before that one are written
     */
    void add(long line, Block block) {
        RawBsonDocument document = CODEC.bytes(block);
        int size = document.getByteBuffer().remaining();
        if (size > MAX_BYTES) {
            throw new BadLineException(line, "its block has " + size + " bytes, more than a document may have");
        }
        waiting.add(new Waiting(line, block, document));
        bytes += size;
        if (waiting.size() >= ENOUGH_BLOCKS || bytes >= ENOUGH_BYTES) {
            flush();
        }
    }

    /** Whether nothing waits: all that was added stands in the log. */
    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Writes what waits. */
    void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        List<Waiting> all = List.copyOf(waiting);
        waiting.clear();
        bytes = 0;
        try {
            documents.insertMany(all.stream().map(Waiting::document).toList(), new InsertManyOptions().ordered(true));
        } catch (MongoBulkWriteException | MongoWriteException refusal) {
            // One of ours that stands was written by a send whose answer was lost: the driver may have sent twice.
            for (Waiting one : all) {
                Block standing =
                        blocks.find(Filters.eq("_id", one.block().position())).first();
                if (!one.block().equals(standing)) {
                    throw new BadLineException(one.line(), reason(one.block(), standing, refusal));
                }
            }
        }
    }

    private String reason(Block block, @Nullable Block standing, RuntimeException refusal) {
        if (standing != null) {
            return "position " + block.position() + " was taken meanwhile: somebody else writes to this log";
        }
        for (StoredEvent event : block.events()) {
            Optional<Long> id =
                    holder(blocks.find(Filters.eq("events.id", event.id())).first());
            if (id.isPresent()) {
                return "event " + event.id() + " stands in block " + id.get() + " already";
            }
            Optional<Long> place = holder(blocks.find(EventPlace.at(event.aggregate(), event.sequence()))
                    .first());
            if (place.isPresent()) {
                return "sequence " + event.sequence() + " of stream " + event.aggregate() + " stands in block "
                        + place.get() + " already";
            }
        }
        return "the database refused it: " + refusal.getMessage();
    }

    private static Optional<Long> holder(@Nullable Block block) {
        return Optional.ofNullable(block).map(Block::position);
    }
}
