package io.shiporskip.mongo.embedded.journal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What one write changed, as the journal keeps it: for each change the map's number, the key's length and the key, and
 * the value's length plus one and the value, or 0 where the entry is gone. Numbers have seven bits a byte, the lowest
 * first, the top bit set where more follow.
 */
public final class Changes implements MapChanges {

    private static final int FIRST_BYTES = 512;
    private static final int LONGEST_NUMBER = 5;
    private static final int REMOVED = 0;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int length;

    @Override
    public void put(int map, byte[] key, byte[] value) {
        key(map, key, value.length);
        number(value.length + 1);
        bytes(value);
    }

    @Override
    public void remove(int map, byte[] key) {
        key(map, key, 0);
        number(REMOVED);
    }

    public boolean isEmpty() {
        return length == 0;
    }

    int length() {
        return length;
    }

    void writeTo(ByteBuffer target) {
        target.put(bytes, 0, length);
    }

    /**
     * Tells what was changed, in order.
     *
     * @throws BufferUnderflowException when the bytes end within a change
     */
    static void read(ByteBuffer changes, MapChanges to) {
        while (changes.hasRemaining()) {
            int map = number(changes);
            byte[] key = bytes(changes, number(changes));
            int more = number(changes);
            if (more == REMOVED) {
                to.remove(map, key);
            } else {
                to.put(map, key, bytes(changes, more - 1));
            }
        }
    }

    private void key(int map, byte[] key, int valueLength) {
        int wanted = length + 3 * LONGEST_NUMBER + key.length + valueLength;
        if (wanted > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(wanted, 2 * bytes.length));
        }
        number(map);
        number(key.length);
        bytes(key);
    }

    private void number(int value) {
        int rest = value;
        while (rest > 0x7f) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    private void bytes(byte[] added) {
        System.arraycopy(added, 0, bytes, length, added.length);
        length += added.length;
    }

    private static int number(ByteBuffer from) {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte part = from.get();
            value |= (part & 0x7f) << shift;
            if (part >= 0) {
                return value;
            }
        }
    }

    private static byte[] bytes(ByteBuffer from, int count) {
        if (count < 0 || count > from.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] found = new byte[count];
        from.get(found);
        return found;
    }
}
