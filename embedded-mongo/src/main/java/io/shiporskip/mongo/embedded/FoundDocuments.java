package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** A batch of an answer: bytes for the wire, documents for whoever looks into it. */
final class FoundDocuments extends AbstractList<Document> implements RandomAccess {

    private final List<Found> found;

    FoundDocuments(List<Found> found) {
        this.found = found;
    }

    List<Found> found() {
        return found;
    }

    @Override
    public Document get(int index) {
        return found.get(index).document();
    }

    @Override
    public int size() {
        return found.size();
    }
}
