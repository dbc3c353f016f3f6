package io.shiporskip.query.projecting.store;

import com.mongodb.MongoClientSettings;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonType;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.bson.io.BsonOutput;

/**
 * How a record lies in a document: {@code {_id, <counter>, <its components in order>}}. A component that is null is absent.
 * The counter tells one state of the document from the next.
 */
public final class DocumentForm<R extends Record> {

    private static final String ID = "_id";

    private final Codec<R> codec;
    private final String counter;

    /** @throws IllegalArgumentException for a record whose component has the counter's name, or the id's */
    public DocumentForm(Class<R> type, String counter) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getName().equals(counter) || component.getName().equals(ID)) {
                throw new IllegalArgumentException(type + " has a " + component.getName() + " of its own");
            }
        }
        this.codec = MongoClientSettings.getDefaultCodecRegistry().get(type);
        this.counter = counter;
    }

    /** As bytes, which are sent as they are: a tree of values would be made only to be taken apart again. */
    public RawBsonDocument write(String id, long count, R state) {
        try (var buffer = new BasicOutputBuffer();
                var writer = new BsonBinaryWriter(buffer)) {
            writeFirstFields(buffer, id, count);
            int first = buffer.getPosition();
            codec.encode(writer, state, EncoderContext.builder().build());
            return joined(buffer.toByteArray(), first);
        }
    }

    private void writeFirstFields(BsonOutput output, String id, long count) {
        output.writeByte(BsonType.STRING.getValue());
        output.writeCString(ID);
        output.writeString(id);
        output.writeByte(BsonType.INT64.getValue());
        output.writeCString(counter);
        output.writeInt64(count);
    }

    /**
     * Makes one document of some fields and, behind them, a document: its length gives way to them, and the length of all
     * stands before them.
     *
     * @param first how many bytes the fields have
     */
    private static RawBsonDocument joined(byte[] bytes, int first) {
        System.arraycopy(bytes, 0, bytes, Integer.BYTES, first);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length);
        return new RawBsonDocument(bytes);
    }

    public String id(BsonDocument document) {
        return document.getString(ID).getValue();
    }

    public long count(BsonDocument document) {
        return document.getNumber(counter).longValue();
    }

    public R state(BsonDocument document) {
        return document instanceof RawBsonDocument raw
                ? raw.decode(codec)
                : codec.decode(
                        new BsonDocumentReader(document),
                        DecoderContext.builder().build());
    }

    /** Finds the document in one state alone. */
    BsonDocument exactly(String id, long count) {
        return new BsonDocument(ID, new BsonString(id)).append(counter, new BsonInt64(count));
    }
}
