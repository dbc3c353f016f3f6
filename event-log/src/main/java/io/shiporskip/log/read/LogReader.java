package io.shiporskip.log.read;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.shiporskip.log.LastBlock;
import io.shiporskip.log.LogHead;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.block.Blocks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads what stands in the log for good. Every query is a bounded range of an index. Safe for any number of threads;
 * every method throws {@link com.mongodb.MongoException} when the server does not answer.
 */
public final class LogReader {

    /** A read ends after the block that fills these many characters, so that no limit is too much for the memory. */
    private static final long ENOUGH_CHARACTERS = 8_000_000;

    private final MongoCollection<Block> blocks;
    private final BlockIndex index;
    private final StreamReader streams;

    public LogReader(MongoDatabase database) {
        this.blocks = Blocks.in(database);
        this.index = new BlockIndex(database);
        this.streams = new StreamReader(blocks);
    }

    /** Where the log ends. */
    public LogHead head() {
        return index.last().head();
    }

    /** The block that the log ends with. */
    public LastBlock lastBlock() {
        return index.last();
    }

    /**
     * The events after a position, in order, without a gap.
     *
     * @param position 0 to read from the start
     * @param limit about how many; the last block is given whole, and a read of very large events ends sooner
     * @return empty at the end of the log
     * @throws LogGapException when the next position is missing although a later block is in sight
     */
    public List<StoredEvent> after(long position, int limit) {
        LogGapException gap = null;
        try {
            // Whoever reads on begins where a block begins: most often one query is all.
            List<StoredEvent> events = afterBlock(position, limit);
            if (!events.isEmpty()) {
                return events;
            }
        } catch (LogGapException e) {
            gap = e;
        }
        Optional<BlockIndex.Entry> holding = index.holding(position + 1);
        if (holding.isEmpty() && gap != null) {
            throw gap;
        }
        return holding.map(entry -> contiguous(entry.start(), position + 1, limit))
                .orElse(List.of());
    }

    /** The same for a position that is known to be the last of a block, or 0. */
    List<StoredEvent> afterBlock(long position, int limit) {
        return contiguous(position + 1, position + 1, limit);
    }

    /** The events from {@code next} on, of the blocks from the one that starts at {@code start} on. */
    private List<StoredEvent> contiguous(long start, long next, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit of " + limit + " events reads nothing");
        }
        List<StoredEvent> events = new ArrayList<>();
        long characters = 0;
        try (MongoCursor<Block> cursor =
                range(start, Math.addExact(next, limit)).cursor()) {
            long expected = start;
            while (cursor.hasNext() && characters < ENOUGH_CHARACTERS) {
                Block block = cursor.next();
                if (block.position() != expected) {
                    if (events.isEmpty()) {
                        throw new LogGapException(expected, block.position());
                    }
                    break;
                }
                expected = block.lastPosition() + 1;
                for (StoredEvent event : block.events()) {
                    if (event.position() >= next) {
                        events.add(event);
                        characters += event.payload().length() + event.meta().length();
                    }
                }
            }
        }
        return events;
    }

    /** Where the block ends that a position is in, and the chain's hash there; empty when the log does not reach so far. */
    public Optional<LogHead> headAt(long position) {
        return index.holding(position).map(entry -> new LogHead(entry.end(), entry.hash(), entry.at()));
    }

    /** The event at a position; empty when the log does not reach so far. */
    public Optional<StoredEvent> at(long position) {
        return index.holding(position)
                .map(entry -> blocks.find(Filters.eq("_id", entry.start())).first())
                .map(block -> block.events().get((int) (position - block.position())));
    }

    /**
     * The position that the log had reached at an instant: the end of the last block whose time is not later; 0 when
     * there is none. For an instant after the head's time it is the head's position, which is not fixed yet.
     */
    public long positionAt(Instant instant) {
        return index.positionAt(instant);
    }

    /**
     * The events of one stream, in order of their sequence.
     *
     * @param fromSequence of the first event wanted
     * @param limit how many sequence numbers to cover; fewer events than that are all there are
     */
    public List<StoredEvent> stream(String aggregate, long fromSequence, int limit) {
        return streams.read(aggregate, fromSequence, limit);
    }

    /** The sequence of a stream's last event; empty when there is no such stream. */
    public OptionalLong lastSequence(String aggregate) {
        return streams.lastSequence(aggregate);
    }

    private FindIterable<Block> range(long from, long until) {
        return blocks.find(Filters.and(Filters.gte("_id", from), Filters.lt("_id", until)))
                .sort(Sorts.ascending("_id"));
    }
}
