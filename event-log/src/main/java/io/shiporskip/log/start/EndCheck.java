package io.shiporskip.log.start;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.shiporskip.log.LogHead;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.block.Blocks;
import io.shiporskip.log.block.EventPlace;
import io.shiporskip.log.block.Succession;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The last blocks: each follows the one before, their chain of hashes is whole, and the keys of the last events are in
 * the indexes. A crash that a server did not survive whole shows here first.
 */
final class EndCheck {

    private static final int LAST_BLOCKS = 32;
    private static final int LAST_EVENTS = 256;

    private final MongoCollection<Block> blocks;
    private final MongoCollection<BsonDocument> keys;

    EndCheck(MongoDatabase database) {
        this.blocks = Blocks.in(database);
        this.keys = Blocks.in(database, BsonDocument.class);
    }

    void run() {
        List<Block> last = lastBlocks();
        Block later = null;
        for (Block block : last) {
            checkHash(block);
            checkFollows(block, later);
            later = block;
        }
        if (later != null && last.size() < LAST_BLOCKS) {
            checkBeginning(later);
        }
        last.stream()
                .flatMap(block -> block.events().reversed().stream().map(event -> new Held(block, event)))
                .limit(LAST_EVENTS)
                .forEach(this::checkKeys);
    }

    private record Held(Block block, StoredEvent event) {}

    /** Latest first. */
    private List<Block> lastBlocks() {
        List<Block> last = new ArrayList<>();
        try (MongoCursor<Block> cursor = blocks.find()
                .sort(Sorts.descending("_id"))
                .limit(LAST_BLOCKS)
                .batchSize(LAST_BLOCKS)
                .cursor()) {
            while (cursor.hasNext()) {
                last.add(cursor.next());
            }
        } catch (com.mongodb.MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UnsoundLogException("one of the log's last blocks is no block: " + e.getMessage());
        }
        return last;
    }

    private static void checkHash(Block block) {
        if (!Succession.hashFits(block)) {
            throw new UnsoundLogException(named(block)
                    + " has been altered: its hash is not that of what it holds and of the block before it");
        }
    }

    private static void checkFollows(Block block, @Nullable Block later) {
        if (later == null) {
            return;
        }
        if (later.position() != block.lastPosition() + 1) {
            throw new UnsoundLogException("the log has a hole: after position " + block.lastPosition()
                    + " it goes on at " + later.position());
        }
        if (!later.previous().equals(block.hash())) {
            throw new UnsoundLogException(named(later) + " does not follow the block at position " + block.position()
                    + ": their hashes differ");
        }
    }

    private static void checkBeginning(Block first) {
        if (first.position() != 1 || !first.previous().equals(LogHead.ORIGIN)) {
            throw new UnsoundLogException(
                    "the log begins at position " + first.position() + ", not at 1: what came before is missing");
        }
    }

    private void checkKeys(Held held) {
        StoredEvent event = held.event();
        if (!finds(Filters.eq("events.id", event.id()), held.block())) {
            throw new UnsoundLogException(missingKey(event, "id"));
        }
        if (!finds(EventPlace.at(event.aggregate(), event.sequence()), held.block())) {
            throw new UnsoundLogException(missingKey(event, "place in its stream"));
        }
    }

    private boolean finds(Bson key, Block block) {
        BsonDocument found =
                keys.find(key).projection(Projections.include("_id")).first();
        return found != null && found.getNumber("_id").longValue() == block.position();
    }

    private static String missingKey(StoredEvent event, String key) {
        return "the event at position " + event.position() + " is not found by its " + key
                + ": an index of the log is damaged, and a double would pass";
    }

    private static String named(Block block) {
        return "the block at position " + block.position();
    }
}
