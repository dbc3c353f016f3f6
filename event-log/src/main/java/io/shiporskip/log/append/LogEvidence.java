package io.shiporskip.log.append;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.block.Blocks;
import io.shiporskip.log.block.EventPlace;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.conversions.Bson;

/** Asks the server, with {@code majority}. */
final class LogEvidence implements Evidence {

    private final MongoCollection<BsonDocument> blocks;

    LogEvidence(MongoDatabase database) {
        this.blocks = Blocks.in(database, BsonDocument.class);
    }

    @Override
    public Optional<String> ownerOfSlot(Block block) {
        return owner(Filters.eq("_id", new BsonInt64(block.position())));
    }

    @Override
    public OptionalInt firstHeldByAnother(Block block, Commit commit) {
        List<NewEvent> events = commit.events();
        for (int i = 0; i < events.size(); i++) {
            NewEvent event = events.get(i);
            Bson place = EventPlace.at(event.aggregate(), event.sequence());
            if (heldByAnother(block, Filters.eq("events.id", event.id())) || heldByAnother(block, place)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private boolean heldByAnother(Block block, Bson key) {
        return owner(key).filter(owner -> !owner.equals(block.id())).isPresent();
    }

    /** The id of the block that holds a key; at most one does. */
    private Optional<String> owner(Bson key) {
        return Optional.ofNullable(blocks.find(key)
                        .projection(Projections.include("block"))
                        .first())
                .map(found -> found.getString("block").getValue());
    }
}
