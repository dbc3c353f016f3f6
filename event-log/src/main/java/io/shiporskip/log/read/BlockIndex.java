package io.shiporskip.log.read;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.shiporskip.log.LastBlock;
import io.shiporskip.log.LogHead;
import io.shiporskip.log.block.Blocks;
import java.time.Instant;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;

/** Finds blocks by position and by time, reading a few of their fields and none of their events. */
final class BlockIndex {

    /** Where a block starts and ends, and its time. */
    record Entry(long start, long end, Instant at, String hash) {}

    private static final Bson FIELDS = Projections.include("n", "block", "at", "hash");
    /** Where the log ends can be told of a damaged block as well; what is wrong with it, verification tells. */
    private static final BsonString UNNAMED = new BsonString("");

    private static final Bson LAST_FIRST = Sorts.descending("_id");

    private final MongoCollection<BsonDocument> blocks;

    BlockIndex(MongoDatabase database) {
        this.blocks = Blocks.in(database, BsonDocument.class);
    }

    LastBlock last() {
        BsonDocument last =
                blocks.find().sort(LAST_FIRST).limit(1).projection(FIELDS).first();
        if (last == null) {
            return LastBlock.NONE;
        }
        Entry entry = entry(last);
        return new LastBlock(
                new LogHead(entry.end(), entry.hash(), entry.at()),
                last.getString("block", UNNAMED).getValue());
    }

    /** The block that the position lies in; empty when the log does not reach so far, or it is missing. */
    Optional<Entry> holding(long position) {
        return Optional.ofNullable(blocks.find(Filters.lte("_id", position))
                        .sort(LAST_FIRST)
                        .limit(1)
                        .projection(FIELDS)
                        .first())
                .map(BlockIndex::entry)
                .filter(entry -> entry.end() >= position);
    }

    /** Bisects: a block's time never goes back along the log. */
    long positionAt(Instant instant) {
        long notLater = 0;
        long unknownUntil = last().head().position();
        while (notLater < unknownUntil) {
            long middle = unknownUntil - (unknownUntil - notLater - 1) / 2;
            Entry entry = holding(middle).orElseThrow(() -> new LogGapException(middle, middle + 1));
            if (entry.at().isAfter(instant)) {
                unknownUntil = entry.start() - 1;
            } else {
                notLater = entry.end();
            }
        }
        return notLater;
    }

    private static Entry entry(BsonDocument block) {
        long start = block.getNumber("_id").longValue();
        return new Entry(
                start,
                start + block.getNumber("n").intValue() - 1,
                Instant.ofEpochMilli(block.getDateTime("at").getValue()),
                block.getString("hash").getValue());
    }
}
