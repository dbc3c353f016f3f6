package io.shiporskip.query.projecting.rebuild;

import java.util.List;

/**
 * Two generations of a read model, both at one position.
 *
 * @param position where both were
 * @param liveDocuments how many documents the live one had there
 * @param liveHash SHA-256, in hexadecimal digits, over its documents in the order of their ids
 * @param differingDocuments how many are not the same in both
 * @param differing ids of the first {@value #SHOWN} of them
 * @param differences what those are in each
 */
public record Comparison(
        long position,
        long liveDocuments,
        long rebuiltDocuments,
        String liveHash,
        String rebuiltHash,
        long differingDocuments,
        List<String> differing,
        List<Difference> differences) {

    static final int SHOWN = 20;

    public boolean isEqual() {
        return liveDocuments == rebuiltDocuments && liveHash.equals(rebuiltHash);
    }
}
