package io.shiporskip.log.append;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.block.Blocks;
import io.shiporskip.log.block.EventPlace;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.conversions.Bson;

/** Asks the server, with {@code majority}: a query for all ids of a block, and one for each sequence number in it. */
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
    public OptionalInt firstHeldByAnother(Block block, Commit commit) {
        return firstHeld(commit, heldByOthers(block, List.of(commit)));
    }

    @Override
    public Map<Commit, Integer> losers(Block block, List<Commit> commits) {
        CommitKeys held = heldByOthers(block, commits);
        Map<Commit, Integer> losers = new HashMap<>();
        for (Commit commit : commits) {
            firstHeld(commit, held).ifPresent(index -> losers.put(commit, index));
        }
        return losers;
    }

    private static OptionalInt firstHeld(Commit commit, CommitKeys held) {
        List<NewEvent> events = commit.events();
        for (int i = 0; i < events.size(); i++) {
            if (held.holds(events.get(i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** The keys in those other blocks that hold any of these commits' keys. */
    private CommitKeys heldByOthers(Block block, List<Commit> commits) {
        Collection<String> ids = new TreeSet<>();
        Map<Long, Collection<String>> aggregates = new TreeMap<>();
        for (Commit commit : commits) {
            for (NewEvent event : commit.events()) {
                ids.add(event.id());
                aggregates
                        .computeIfAbsent(event.sequence(), any -> new TreeSet<>())
                        .add(event.aggregate());
            }
        }
        CommitKeys held = new CommitKeys();
        events(block, Filters.in("events.id", ids), event -> held.addId(text(event, "id")));
        aggregates.forEach((sequence, at) -> events(
                block,
                EventPlace.at(at, sequence),
                event -> held.addPlace(
                        text(event, "aggregate"), event.getNumber("sequence").longValue())));
        return held;
    }

    private void events(Block own, Bson filter, Consumer<BsonDocument> each) {
        Bson keys = Projections.include("block", "events.id", "events.aggregate", "events.sequence");
        for (BsonDocument block : blocks.find(filter).projection(keys)) {
            if (!text(block, "block").equals(own.id())) {
                block.getArray("events").forEach(event -> each.accept(event.asDocument()));
            }
        }
    }

    private static String text(BsonDocument event, String field) {
        return event.getString(field).getValue();
    }
}
