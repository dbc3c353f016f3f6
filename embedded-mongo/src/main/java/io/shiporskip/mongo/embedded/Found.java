package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** A document that a query found: its bytes as they are kept, decoded only where somebody looks into it. */
final class Found {

    private final byte[] bytes;
    private @Nullable Document document;

    Found(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes themselves, not a copy: nobody changes them. */
    byte[] bytes() {
        return bytes;
    }

    /** Those fields of the document that are wanted, and perhaps others. */
    Document document(WantedFields wanted) {
        Document decoded = document;
        return decoded == null ? wanted.of(bytes) : decoded;
    }

    /** The document, which belongs to whoever runs this query. */
    Document document() {
        Document decoded = document;
        if (decoded == null) {
            decoded = DocumentBytes.decode(bytes);
            document = decoded;
        }
        return decoded;
    }
}
