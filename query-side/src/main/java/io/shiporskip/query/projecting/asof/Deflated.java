package io.shiporskip.query.projecting.asof;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Bytes as they are kept: field names recur in every document, so that they take a fifth of the room. */
final class Deflated {

    /** Past this, bytes are not ours: a chunk ends at a quarter of a megabyte, or behind one document. */
    private static final int MOST = 32 * 1024 * 1024;

    private Deflated() {}

    static byte[] deflate(byte[] bytes) {
        var deflater = new Deflater(Deflater.BEST_SPEED);
        var out = new ByteArrayOutputStream();
        try (var deflating = new DeflaterOutputStream(out, deflater)) {
            deflating.write(bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException("memory does not fail to be written", impossible);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    /** @throws DamagedCheckpointException when they are no deflated bytes, or too many */
    static byte[] inflate(byte[] bytes) {
        try (var inflating = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            byte[] inflated = inflating.readNBytes(MOST);
            if (inflating.read() >= 0) {
                throw new DamagedCheckpointException("a chunk of over " + MOST + " bytes is none of ours");
            }
            return inflated;
        } catch (IOException damaged) {
            throw new DamagedCheckpointException("a chunk cannot be read: " + damaged.getMessage());
        }
    }
}
