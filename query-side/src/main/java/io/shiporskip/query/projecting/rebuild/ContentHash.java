package io.shiporskip.query.projecting.rebuild;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.bson.BsonArray;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** SHA-256 over documents one after another, each in one canonical form whatever order its fields lie in. */
public final class ContentHash {

    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    private final MessageDigest digest = sha256();
    private long documents;

    /** Takes in one document, by its canonical bytes. */
    public void add(byte[] canonical) {
        digest.update(
                ByteBuffer.allocate(Integer.BYTES).putInt(canonical.length).array());
        digest.update(canonical);
        documents++;
    }

    public long documents() {
        return documents;
    }

    /** The hash of all that was taken in, in hexadecimal digits. Ends the hash. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A document as BSON with the fields of every level in ASCII order. */
    public static byte[] canonical(BsonDocument document) {
        try (var buffer = new BasicOutputBuffer();
                var writer = new BsonBinaryWriter(buffer)) {
            CODEC.encode(
                    writer,
                    sorted(document instanceof RawBsonDocument raw ? raw.decode(CODEC) : document)
                            .asDocument(),
                    EncoderContext.builder().build());
            return buffer.toByteArray();
        }
    }

    private static BsonValue sorted(BsonValue value) {
        if (value instanceof BsonDocument document) {
            var fields = new BsonDocument();
            new TreeMap<>(document).forEach((name, field) -> fields.append(name, sorted(field)));
            return fields;
        }
        if (value instanceof BsonArray array) {
            return new BsonArray(array.stream().map(ContentHash::sorted).toList());
        }
        return value;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
