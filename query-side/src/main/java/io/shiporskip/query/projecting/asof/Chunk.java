package io.shiporskip.query.projecting.asof;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Some neighbouring documents of a past state as bytes: one canonical BSON document after another. Named by what it holds,
 * so that neighbours that did not change are kept once for all checkpoints.
 */
final class Chunk {

    /** A chunk ends behind an id whose hash ends in these bits, wherever it stands: a new id moves no other boundary. */
    private static final int BOUNDARY = 0x3f;

    /** Nor does it grow beyond this by much. */
    private static final int FULL = 256 * 1024;

    private final String hash;
    private final byte[] body;

    /** @param body documents; not changed afterwards */
    Chunk(byte[] body) {
        this.hash = HexFormat.of().formatHex(sha256().digest(body));
        this.body = body;
    }

    /** SHA-256 of the body, in hexadecimal digits. */
    String hash() {
        return hash;
    }

    byte[] body() {
        return body;
    }

    /** Cuts documents into chunks; the same documents always in the same way. */
    static final class Cutter {

        private final List<Chunk> chunks = new ArrayList<>();
        private final ByteArrayOutputStream open = new ByteArrayOutputStream();

        void add(String id, byte[] canonical) {
            open.writeBytes(canonical);
            if ((spread(id.hashCode()) & BOUNDARY) == 0 || open.size() >= FULL) {
                close();
            }
        }

        List<Chunk> end() {
            if (open.size() > 0) {
                close();
            }
            return List.copyOf(chunks);
        }

        private void close() {
            chunks.add(new Chunk(open.toByteArray()));
            open.reset();
        }

        /** Ids that count up differ in their hashes' last bits alone. */
        private static int spread(int hash) {
            int mixed = hash * 0x9e3779b1;
            return mixed ^ mixed >>> 15;
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
