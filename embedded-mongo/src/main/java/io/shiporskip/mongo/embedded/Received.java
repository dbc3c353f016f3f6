package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A document as a client sent it, checked but not decoded. Through the server's library, which knows only documents, it
 * goes as a document that holds nothing else: one that came over the wire cannot look like it.
 */
final class Received {

    private static final String NAME = "";

    private final byte[] bytes;

    private Received(byte[] bytes) {
        this.bytes = bytes;
    }

    static Document wrapped(byte[] bytes) {
        return new Document(NAME, new Received(bytes));
    }

    /** What was wrapped; null for any other document. */
    static byte @Nullable [] bytesOf(Document document) {
        return document.get(NAME) instanceof Received received ? received.bytes : null;
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
