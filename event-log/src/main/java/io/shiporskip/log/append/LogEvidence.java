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
        return Optional.ofNullable(blocks.find(Filters.eq("_id", new BsonInt64(block.position())))
                        .projection(Projections.include("block"))
                        .first())
                .map(found -> found.getString("block").getValue());
    }

    @Override
    public OptionalInt firstHeld(Commit commit) {
        List<NewEvent> events = commit.events();
        for (int i = 0; i < events.size(); i++) {
            NewEvent event = events.get(i);
            Bson place = EventPlace.at(event.aggregate(), event.sequence());
            if (stands(Filters.eq("events.id", event.id())) || stands(place)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private boolean stands(Bson key) {
        return blocks.find(key).projection(Projections.include("_id")).first() != null;
    }
}
