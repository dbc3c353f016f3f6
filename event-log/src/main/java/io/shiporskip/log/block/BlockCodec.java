package io.shiporskip.log.block;

import io.shiporskip.log.StoredEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonBinaryWriter;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/**
 * A block as a document, read and written without a tree in between. The order of fields is part of the format: they
 * are read in the order in which they were written.
 *
 * <pre>
 * { _id: position, n, block: id, at, previous, hash,
 *   events: [ { id, commit, aggregate, type?, sequence, name, revision, time, payload, meta } ] }
 * </pre>
 */
public final class BlockCodec implements Codec<Block> {

    /** The document as bytes, the way it is sent. */
    public RawBsonDocument bytes(Block block) {
        int size = FirstBytes.of(block.events().size());
        try (BasicOutputBuffer buffer = new BasicOutputBuffer(size);
                BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            encode(writer, block, EncoderContext.builder().build());
            return new RawBsonDocument(buffer.getInternalBuffer(), 0, buffer.getPosition());
        }
    }

    @Override
    public Class<Block> getEncoderClass() {
        return Block.class;
    }

    @Override
    public void encode(BsonWriter writer, Block block, EncoderContext context) {
        writer.writeStartDocument();
        writer.writeInt64("_id", block.position());
        writer.writeInt32("n", block.events().size());
        writer.writeString("block", block.id());
        writer.writeDateTime("at", block.at().toEpochMilli());
        writer.writeString("previous", block.previous());
        writer.writeString("hash", block.hash());
        writer.writeStartArray("events");
        block.events().forEach(event -> encode(writer, event));
        writer.writeEndArray();
        writer.writeEndDocument();
    }

    private static void encode(BsonWriter writer, StoredEvent event) {
        writer.writeStartDocument();
        writer.writeString("id", event.id());
        writer.writeString("commit", event.commit());
        writer.writeString("aggregate", event.aggregate());
        String type = event.type();
        if (type != null) {
            writer.writeString("type", type);
        }
        writer.writeInt64("sequence", event.sequence());
        writer.writeString("name", event.name());
        writer.writeString("revision", event.revision());
        writer.writeDateTime("time", event.time().toEpochMilli());
        writer.writeString("payload", event.payload());
        writer.writeString("meta", event.meta());
        writer.writeEndDocument();
    }

    /** @throws RuntimeException when the document is not a block as {@link #encode} writes it */
    @Override
    public Block decode(BsonReader reader, DecoderContext context) {
        reader.readStartDocument();
        long position = reader.readInt64("_id");
        int n = reader.readInt32("n");
        String id = reader.readString("block");
        Instant at = Instant.ofEpochMilli(reader.readDateTime("at"));
        String previous = reader.readString("previous");
        String hash = reader.readString("hash");
        reader.readName("events");
        List<StoredEvent> events = new ArrayList<>(Math.clamp(n, 1, 1024));
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            events.add(decode(reader, position + events.size(), at));
        }
        reader.readEndArray();
        reader.readEndDocument();
        if (events.size() != n) {
            throw new IllegalStateException(
                    "block " + position + " says that it holds " + n + " events, and holds " + events.size());
        }
        return new Block(position, id, at, previous, hash, events);
    }

    private static StoredEvent decode(BsonReader reader, long position, Instant at) {
        reader.readStartDocument();
        String id = reader.readString("id");
        String commit = reader.readString("commit");
        String aggregate = reader.readString("aggregate");
        reader.readBsonType();
        String field = reader.readName();
        String type = null;
        if (field.equals("type")) {
            type = reader.readString();
            reader.readName("sequence");
        } else if (!field.equals("sequence")) {
            throw new IllegalStateException("event " + position + " has a field '" + field + "' where none belongs");
        }
        long sequence = reader.readInt64();
        String name = reader.readString("name");
        String revision = reader.readString("revision");
        Instant time = Instant.ofEpochMilli(reader.readDateTime("time"));
        String payload = reader.readString("payload");
        String meta = reader.readString("meta");
        reader.readEndDocument();
        return new StoredEvent(
                position, id, commit, aggregate, type, sequence, name, revision, time, at, payload, meta);
    }
}
