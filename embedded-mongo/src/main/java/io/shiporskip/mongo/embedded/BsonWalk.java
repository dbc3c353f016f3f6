package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.wire.BsonConstants;
import io.netty.buffer.ByteBuf;

/** Passing over the bytes of a document without making anything of them; lengths are as bsonspec.org has them. */
final class BsonWalk {

    private static final int OBJECT_ID_BYTES = 12;
    private static final int DECIMAL_BYTES = 16;
    private static final int LEAST_BYTES = 5;

    /** As with MongoDB; what is nested deeper might be kept and never be decoded again. */
    private static final int DEEPEST = 180;

    private BsonWalk() {}

    /** Passes over a name and the zero after it. */
    static void skipName(ByteBuf in) {
        int length = in.bytesBefore((byte) 0);
        if (length < 0) {
            throw new IllegalArgumentException("a field's name does not end");
        }
        in.skipBytes(length + 1);
    }

    /** Passes over a value of a document that has been checked. */
    static void skip(byte type, ByteBuf in) {
        switch (type) {
            case BsonConstants.TYPE_UTF8_STRING, BsonConstants.TYPE_JAVASCRIPT_CODE -> in.skipBytes(in.readIntLE());
            case BsonConstants.TYPE_EMBEDDED_DOCUMENT, BsonConstants.TYPE_ARRAY ->
                in.skipBytes(in.readIntLE() - Integer.BYTES);
            case BsonConstants.TYPE_DATA -> in.skipBytes(in.readIntLE() + 1);
            case BsonConstants.TYPE_OBJECT_ID -> in.skipBytes(OBJECT_ID_BYTES);
            case BsonConstants.TYPE_BOOLEAN -> in.skipBytes(1);
            case BsonConstants.TYPE_INT32 -> in.skipBytes(Integer.BYTES);
            case BsonConstants.TYPE_DOUBLE,
                    BsonConstants.TYPE_UTC_DATETIME,
                    BsonConstants.TYPE_TIMESTAMP,
                    BsonConstants.TYPE_INT64 -> in.skipBytes(Long.BYTES);
            case BsonConstants.TYPE_DECIMAL128 -> in.skipBytes(DECIMAL_BYTES);
            case BsonConstants.TYPE_REGEX -> {
                skipName(in);
                skipName(in);
            }
            case BsonConstants.TYPE_NULL,
                    BsonConstants.TYPE_UNDEFINED,
                    BsonConstants.TYPE_MIN_KEY,
                    BsonConstants.TYPE_MAX_KEY -> {}
            default -> throw new IllegalArgumentException("a value of the unknown type " + type);
        }
    }

    /**
     * Passes over a document and all in it.
     *
     * @throws IllegalArgumentException when it is not one, has a field twice or is nested too deeply
     * @throws IndexOutOfBoundsException when there is less than it says
     */
    static void check(ByteBuf in) {
        check(in, false, 0);
    }

    private static void check(ByteBuf in, boolean array, int depth) {
        int start = in.readerIndex();
        int length = in.readIntLE();
        if (length < LEAST_BYTES || length > BsonConstants.MAX_BSON_OBJECT_SIZE || depth > DEEPEST) {
            throw new IllegalArgumentException("a document of " + length + " bytes, at a depth of " + depth);
        }
        FieldNames names = new FieldNames(in, array);
        for (byte type = in.readByte(); type != BsonConstants.TERMINATING_BYTE; type = in.readByte()) {
            int name = in.readerIndex();
            skipName(in);
            names.add(name, in.readerIndex() - 1 - name);
            check(type, in, depth);
        }
        if (in.readerIndex() - start != length) {
            throw new IllegalArgumentException(
                    "a document of " + (in.readerIndex() - start) + " bytes that says it has " + length);
        }
    }

    private static void check(byte type, ByteBuf in, int depth) {
        switch (type) {
            case BsonConstants.TYPE_EMBEDDED_DOCUMENT -> check(in, false, depth + 1);
            case BsonConstants.TYPE_ARRAY -> check(in, true, depth + 1);
            case BsonConstants.TYPE_UTF8_STRING, BsonConstants.TYPE_JAVASCRIPT_CODE -> {
                int length = in.getIntLE(in.readerIndex());
                if (length < 1) {
                    throw new IllegalArgumentException("a text of " + length + " bytes");
                }
                skip(type, in);
                if (in.getByte(in.readerIndex() - 1) != BsonConstants.STRING_TERMINATION) {
                    throw new IllegalArgumentException("a text that does not end");
                }
            }
            case BsonConstants.TYPE_DATA -> checkBytes(in);
            case BsonConstants.TYPE_BOOLEAN -> {
                byte value = in.readByte();
                if (value != BsonConstants.BOOLEAN_VALUE_FALSE && value != BsonConstants.BOOLEAN_VALUE_TRUE) {
                    throw new IllegalArgumentException("a truth value of " + value);
                }
            }
            default -> skip(type, in);
        }
    }

    /** The kinds of bytes that can be decoded later. */
    private static void checkBytes(ByteBuf in) {
        int length = in.getIntLE(in.readerIndex());
        byte kind = in.getByte(in.readerIndex() + Integer.BYTES);
        boolean known = switch (kind) {
            case BsonConstants.BINARY_SUBTYPE_GENERIC, BsonConstants.BINARY_SUBTYPE_USER_DEFINED -> length >= 0;
            case BsonConstants.BINARY_SUBTYPE_OLD_UUID, BsonConstants.BINARY_SUBTYPE_UUID ->
                length == BsonConstants.LENGTH_UUID;
            default -> false;
        };
        if (!known) {
            throw new IllegalArgumentException(length + " bytes of the kind " + kind);
        }
        skip(BsonConstants.TYPE_DATA, in);
    }
}
