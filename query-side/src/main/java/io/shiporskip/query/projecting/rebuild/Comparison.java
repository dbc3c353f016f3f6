package io.shiporskip.query.projecting.rebuild;

import java.util.List;

/**
 * Two generations of a read model, both at one position.
 *
 * @param position where both were
 * @param liveDocuments how many documents the live one has
 * @param liveHash SHA-256, in hexadecimal digits, over its documents in the order of their ids
 * @param differing ids of documents that are not the same in both, the first {@value #SHOWN} of them
 */
public record Comparison(
        long position,
        long liveDocuments,
        long rebuiltDocuments,
        String liveHash,
        String rebuiltHash,
        List<String> differing) {

    static final int SHOWN = 20;

    public boolean isEqual() {
        return liveDocuments == rebuiltDocuments && liveHash.equals(rebuiltHash);
    }
}
