package io.shiporskip.mongo.embedded.journal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * What one write changed, as the journal keeps it: for each change the map's number, the key's length and the key, and
 * the value's length plus one and the value, or 0 where the entry is gone. Numbers have seven bits a byte, the lowest
 * first, the top bit set where more follow.
 */
public final class Changes implements MapChanges {

    private static final int FIRST_BYTES = 512;
    private static final int REMOVED = 0;

    /** A bulk write has megabytes of changes; in one piece they would be hard to find room for. */
    private static final int MOST_BYTES = 64 << 10;

    private final List<byte[]> full = new ArrayList<>();
    private byte[] last = new byte[FIRST_BYTES];
    private int used;
    private int length;

    @Override
    public void put(int map, byte[] key, byte[] value) {
        key(map, key);
        number(value.length + 1);
        bytes(value);
    }

    @Override
    public void remove(int map, byte[] key) {
        key(map, key);
        number(REMOVED);
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /** In bytes. */
    public int length() {
        return length;
    }

    /** Tells all bytes, in order and in pieces. */
    void forEachPiece(Consumer<ByteBuffer> to) {
        full.forEach(piece -> to.accept(ByteBuffer.wrap(piece)));
        to.accept(ByteBuffer.wrap(last, 0, used));
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

    private void key(int map, byte[] key) {
        number(map);
        number(key.length);
        bytes(key);
    }

    private void number(int value) {
        int rest = value;
        while (rest > 0x7f) {
            add((byte) (rest | 0x80));
            rest >>>= 7;
        }
        add((byte) rest);
    }

    private void add(byte one) {
        makeRoom();
        last[used++] = one;
        length++;
    }

    private void bytes(byte[] added) {
        for (int from = 0; from < added.length; ) {
            makeRoom();
            int count = Math.min(added.length - from, last.length - used);
            System.arraycopy(added, from, last, used, count);
            used += count;
            from += count;
        }
        length = Math.addExact(length, added.length);
    }

    /** For one byte at least. */
    private void makeRoom() {
        if (used < last.length) {
            return;
        }
        if (last.length < MOST_BYTES) {
            last = Arrays.copyOf(last, 2 * last.length);
        } else {
            full.add(last);
            last = new byte[MOST_BYTES];
            used = 0;
        }
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
