package io.shiporskip.query.projecting.asof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * What makes a checkpoint one: written after all it names. Its hash covers whose it is, its position, the count and the
 * hash of every chunk, and so every byte of every document.
 *
 * @param count of documents
 * @param chunks their hashes, in the order of the documents' ids
 */
record Manifest(String owner, long position, long count, List<String> chunks) {

    /** @param owner the projection and its revision */
    static Manifest read(BsonDocument stored, String owner) {
        var manifest = new Manifest(
                owner,
                position(stored),
                stored.getNumber("count").longValue(),
                stored.getArray("chunks").stream()
                        .map(BsonValue::asString)
                        .map(BsonString::getValue)
                        .toList());
        if (!manifest.hash().equals(stored.getString("hash").getValue())) {
            throw new DamagedCheckpointException("its manifest is not what it was");
        }
        return manifest;
    }

    static long position(BsonDocument stored) {
        return stored.getNumber("_id").longValue();
    }

    BsonDocument write() {
        return new BsonDocument("_id", new BsonInt64(position))
                .append("count", new BsonInt64(count))
                .append("hash", new BsonString(hash()))
                .append(
                        "chunks",
                        new BsonArray(chunks.stream().map(BsonString::new).toList()));
    }

    String hash() {
        MessageDigest digest = Chunk.sha256();
        digest.update(owner.getBytes(StandardCharsets.UTF_8));
        digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(position)
                .putLong(count)
                .array());
        chunks.forEach(chunk -> digest.update(chunk.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }
}
