package io.shiporskip.query.projecting.asof;

import io.shiporskip.query.projecting.Folded;
import io.shiporskip.query.projecting.rebuild.ContentHash;
import io.shiporskip.query.projecting.store.DocumentForm;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.bson.RawBsonDocument;

/** Turns documents of one read model into a chunk's bytes, and back. */
final class ChunkForm<D extends Record> {

    private final DocumentForm<D> form;

    ChunkForm(Class<D> type) {
        form = new DocumentForm<>(type, "position");
    }

    /** The bytes that a comparison of two generations takes for this document, too. */
    byte[] canonical(Folded<D> document) {
        return ContentHash.canonical(form.write(document.id(), document.position(), document.state()));
    }

    /** @throws RuntimeException when the bytes are not such documents */
    List<Folded<D>> read(byte[] body) {
        ByteBuffer bytes = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
        var documents = new ArrayList<Folded<D>>();
        while (bytes.hasRemaining()) {
            int length = bytes.getInt(bytes.position());
            documents.add(read(new RawBsonDocument(body, bytes.position(), length)));
            bytes.position(bytes.position() + length);
        }
        return List.copyOf(documents);
    }

    private Folded<D> read(RawBsonDocument one) {
        return new Folded<>(form.id(one), form.count(one), form.state(one));
    }
}
