package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A projection that keeps a few whole fields, done on the bytes: the last block of the log is asked for its end far more
 * often than for its events.
 */
final class FieldPick {

    private final Set<String> names;

    private FieldPick(Set<String> names) {
        this.names = names;
    }

    /** Null for a projection of any other kind. */
    static @Nullable FieldPick of(Document projection) {
        Set<String> names = new HashSet<>(Set.of("_id"));
        for (var field : projection.entrySet()) {
            String name = field.getKey();
            boolean wanted = Integer.valueOf(1).equals(field.getValue()) || Boolean.TRUE.equals(field.getValue());
            boolean unwantedId = name.equals("_id") && Integer.valueOf(0).equals(field.getValue());
            if (!(wanted || unwantedId) || name.startsWith("$") || name.contains(".")) {
                return null;
            }
            if (unwantedId) {
                names.remove(name);
            } else {
                names.add(name);
            }
        }
        return projection.size() == 1 && names.isEmpty() ? null : new FieldPick(names);
    }

    /** The document with the picked fields alone, in its own order. */
    byte[] from(byte[] document) {
        ByteBuf in = Unpooled.wrappedBuffer(document);
        byte[] picked = new byte[document.length];
        ByteBuf out = Unpooled.wrappedBuffer(picked).clear();
        out.writeIntLE(0);
        in.skipBytes(Integer.BYTES);
        for (byte type = in.readByte(); type != BsonConstants.TERMINATING_BYTE; type = in.readByte()) {
            int start = in.readerIndex() - 1;
            int length = in.bytesBefore((byte) 0);
            String name = in.toString(in.readerIndex(), length, StandardCharsets.UTF_8);
            in.skipBytes(length + 1);
            BsonWalk.skip(type, in);
            if (names.contains(name)) {
                out.writeBytes(document, start, in.readerIndex() - start);
            }
        }
        out.writeByte(BsonConstants.TERMINATING_BYTE);
        int size = out.writerIndex();
        out.setIntLE(0, size);
        return java.util.Arrays.copyOf(picked, size);
    }
}
