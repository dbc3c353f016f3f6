package io.shiporskip.query.projecting.asof;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.WriteModel;
import io.shiporskip.query.projecting.Folded;
import io.shiporskip.query.projecting.store.BulkWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BSONException;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The chunks of one read model's checkpoints. A chunk is never changed; one that is there already is not written again. */
final class Chunks<D extends Record> {

    private static final Logger LOG = LoggerFactory.getLogger(Chunks.class);
    private static final int DUPLICATE_KEY = 11000;
    private static final long MOST_DOCUMENTS = 50_000;

    private final MongoCollection<BsonDocument> collection;
    private final ChunkForm<D> form;
    private final BulkWriter writer;

    /** Read and proven before, by hash. */
    private final Cache<String, List<Folded<D>>> known = Caffeine.newBuilder()
            .maximumWeight(MOST_DOCUMENTS)
            .<String, List<Folded<D>>>weigher((hash, documents) -> 1 + documents.size())
            .build();

    Chunks(MongoCollection<BsonDocument> collection, ChunkForm<D> form, BulkWriter writer) {
        this.collection = collection;
        this.form = form;
        this.writer = writer;
    }

    void write(List<Chunk> chunks) {
        Set<String> hashes = chunks.stream().map(Chunk::hash).collect(Collectors.toSet());
        var standing = new HashSet<String>();
        collection
                .find(Filters.in("_id", hashes))
                .projection(Projections.include("_id"))
                .forEach(chunk -> standing.add(hash(chunk)));
        var writes = new ArrayList<WriteModel<BsonDocument>>();
        for (Chunk chunk : chunks) {
            if (standing.add(chunk.hash())) {
                writes.add(new InsertOneModel<>(new BsonDocument("_id", new BsonString(chunk.hash()))
                        .append("body", new BsonBinary(Deflated.deflate(chunk.body())))));
            }
        }
        if (!writes.isEmpty()) {
            insert(writes);
        }
    }

    /**
     * The documents of some chunks, in the order given.
     *
     * @throws DamagedCheckpointException when one is missing, or not what its name says
     */
    List<Folded<D>> read(List<String> hashes) {
        Map<String, List<Folded<D>>> found = new HashMap<>(known.getAllPresent(hashes));
        List<String> unknown =
                hashes.stream().filter(hash -> !found.containsKey(hash)).toList();
        if (!unknown.isEmpty()) {
            for (BsonDocument chunk : collection.find(Filters.in("_id", unknown))) {
                found.put(hash(chunk), proven(chunk));
            }
        }
        var documents = new ArrayList<Folded<D>>();
        for (String hash : hashes) {
            List<Folded<D>> chunk = found.get(hash);
            if (chunk == null) {
                throw new DamagedCheckpointException("chunk " + hash + " is missing");
            }
            known.put(hash, chunk);
            documents.addAll(chunk);
        }
        return documents;
    }

    /** What is not what its name says is taken away, or it would stand in the way of what should be there. */
    private List<Folded<D>> proven(BsonDocument chunk) {
        try {
            byte[] body = Deflated.inflate(chunk.getBinary("body").getData());
            if (new Chunk(body).hash().equals(hash(chunk))) {
                return form.read(body);
            }
        } catch (DamagedCheckpointException | BSONException notEvenBytes) {
            LOG.debug("chunk {}: {}", hash(chunk), notEvenBytes.toString());
        }
        collection.deleteOne(Filters.eq("_id", hash(chunk)));
        throw new DamagedCheckpointException("chunk " + hash(chunk) + " is not what it was");
    }

    /** Another node may write the same chunk at the same time. */
    private void insert(List<WriteModel<BsonDocument>> writes) {
        try {
            writer.write(collection, writes);
        } catch (MongoBulkWriteException failure) {
            boolean onlyDuplicates = failure.getWriteConcernError() == null
                    && failure.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
            if (!onlyDuplicates) {
                throw failure;
            }
        }
    }

    private static String hash(BsonDocument chunk) {
        return chunk.getString("_id").getValue();
    }
}
