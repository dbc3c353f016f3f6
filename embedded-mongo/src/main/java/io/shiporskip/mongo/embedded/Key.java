package io.shiporskip.mongo.embedded;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A place in an ordered map: bytes whose unsigned order is the order of the values they were made of. */
final class Key implements Comparable<Key> {

    private final byte[] bytes;

    Key(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes themselves, not a copy: nobody changes them. */
    byte[] bytes() {
        return bytes;
    }

    /** The first key after all keys that start with this one. */
    Key afterPrefix() {
        byte[] next = bytes.clone();
        for (int i = next.length - 1; i >= 0; i--) {
            next[i]++;
            if (next[i] != 0) {
                return new Key(i == next.length - 1 ? next : Arrays.copyOf(next, i + 1));
            }
        }
        throw new IllegalStateException("no key follows " + this);
    }

    Key plus(byte[] more) {
        byte[] both = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, both, bytes.length, more.length);
        return new Key(both);
    }

    @Override
    public int compareTo(Key other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Key key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
