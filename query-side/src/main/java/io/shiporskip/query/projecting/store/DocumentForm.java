package io.shiporskip.query.projecting.store;

import com.mongodb.MongoClientSettings;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/**
 * How a record lies in a document: {@code {_id, <counter>, <its components in order>}}. A component that is null is absent.
 * The counter tells one state of the document from the next.
 */
public final class DocumentForm<R extends Record> {

    private final Codec<R> codec;
    private final String counter;

    public DocumentForm(Class<R> type, String counter) {
        this.codec = MongoClientSettings.getDefaultCodecRegistry().get(type);
        this.counter = counter;
    }

    public BsonDocument write(String id, long count, R state) {
        var document = new BsonDocument("_id", new BsonString(id)).append(counter, new BsonInt64(count));
        var body = new BsonDocument();
        codec.encode(
                new BsonDocumentWriter(body), state, EncoderContext.builder().build());
        document.putAll(body);
        return document;
    }

    public String id(BsonDocument document) {
        return document.getString("_id").getValue();
    }

    public long count(BsonDocument document) {
        return document.getNumber(counter).longValue();
    }

    public R state(BsonDocument document) {
        return codec.decode(
                new BsonDocumentReader(document), DecoderContext.builder().build());
    }

    /** Finds the document in one state alone. */
    BsonDocument exactly(String id, long count) {
        return new BsonDocument("_id", new BsonString(id)).append(counter, new BsonInt64(count));
    }
}
