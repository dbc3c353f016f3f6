package io.shiporskip.log.transfer;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.block.Blocks;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.bson.BSONException;

/** The blocks of a log in order, read a few at a time; it ends where the log ends when the end is come to. */
public final class LogBlocks implements Iterator<Block> {

    private static final int AT_A_TIME = 32;

    /** A few large blocks are enough for one read. */
    private static final long ENOUGH_CHARACTERS = 8_000_000;

    private final MongoCollection<Block> blocks;
    private final Queue<Block> read = new ArrayDeque<>();
    private long seen;

    /** @param after the position of the first block is greater */
    public LogBlocks(MongoDatabase database, long after) {
        this.blocks = Blocks.in(database);
        this.seen = after;
    }

    @Override
    public boolean hasNext() {
        if (read.isEmpty()) {
            read();
        }
        return !read.isEmpty();
    }

    @Override
    public Block next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the log ends at block " + seen);
        }
        return read.remove();
    }

    private void read() {
        long characters = 0;
        try (MongoCursor<Block> cursor = blocks.find(Filters.gt("_id", seen))
                .sort(Sorts.ascending("_id"))
                .limit(AT_A_TIME)
                .cursor()) {
            while (characters < ENOUGH_CHARACTERS && cursor.hasNext()) {
                Block block = cursor.next();
                read.add(block);
                seen = block.position();
                characters += block.events().stream()
                        .mapToLong(
                                event -> event.payload().length() + event.meta().length())
                        .sum();
            }
        } catch (IllegalStateException | BSONException damaged) {
            throw new TransferException("What stands behind block " + seen + " of the log is no block: "
                    + damaged.getMessage() + ". Have the log verified.");
        }
    }
}
