package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as bytes whose unsigned order is MongoDB's order of values (by type, then by value; numbers of all types
 * together), and each of which ends by itself, so that values can be put one after the other.
 */
final class KeyWriter {

    private static final int BAD_VALUE = 2;
    private static final byte[] NOTHING = {ValueKind.NULL.tag()};

    private byte[] bytes = new byte[64];
    private int length;

    static byte[] encode(@Nullable Object value) {
        return Missing.isNullOrMissing(value)
                ? NOTHING
                : new KeyWriter().add(value).toBytes();
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void write(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) value;
    }

    private void write(byte[] more) {
        if (more.length > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * length, length + more.length));
        }
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    /**
     * Writes one value.
     *
     * @throws MongoServerError for a value no index can hold (Decimal128, a regular expression, code)
     */
    private KeyWriter add(@Nullable Object value) {
        ValueKind kind = ValueKind.of(value);
        if (kind == null) {
            String what = value == null ? "null" : value.getClass().getSimpleName();
            throw new MongoServerError(BAD_VALUE, "BadValue", "a " + what + " cannot be part of an index key here");
        }
        write(kind.tag());
        switch (value) {
            case Number number -> number(number);
            case String text -> text(text);
            case Document document -> {
                document.forEach((name, member) -> {
                    write(ValueKind.MIN.tag());
                    text(name);
                    add(member);
                });
                write(0);
            }
            case Collection<?> list -> {
                list.forEach(this::add);
                write(0);
            }
            case BinData data -> binary(0, data.getData());
            case UUID id -> binary(4, twoLongs(id.getMostSignificantBits(), id.getLeastSignificantBits()));
            case ObjectId id -> write(id.toByteArray());
            case Boolean flag -> write(flag ? 2 : 1);
            case Instant instant -> eight(instant.toEpochMilli() ^ Long.MIN_VALUE);
            case BsonTimestamp timestamp -> eight(timestamp.getValue());
            case MinKey ignored -> {}
            case MaxKey ignored -> {}
            case null, default -> {}
        }
        return this;
    }

    /** The nearest double, then what a 64-bit integer differs from it: exact for both, and in one order. */
    private void number(Number number) {
        double nearest = number.doubleValue();
        int rest = number instanceof Long exact ? (int) (exact - (long) nearest) : 0;
        long bits = Double.doubleToLongBits(nearest == 0.0 ? 0.0 : nearest);
        eight(Double.isNaN(nearest) ? 0 : bits < 0 ? ~bits : bits | Long.MIN_VALUE);
        int shifted = rest + 0x8000;
        write(shifted >> 8);
        write(shifted);
    }

    private void text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        if (text.indexOf(0) < 0) {
            write(encoded);
        } else {
            for (byte b : encoded) {
                write(b);
                if (b == 0) {
                    write(0xFF);
                }
            }
        }
        write(0);
        write(0);
    }

    private void binary(int subtype, byte[] bytes) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            write(bytes.length >> shift);
        }
        write(subtype);
        write(bytes);
    }

    private void eight(long bits) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            write((int) (bits >> shift));
        }
    }

    private static byte[] twoLongs(long high, long low) {
        return java.nio.ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    }
}
