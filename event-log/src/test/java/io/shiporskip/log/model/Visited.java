package io.shiporskip.log.model;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The worlds seen, each with the one it was first reached from: 22 bytes a world. It keeps 128 bits of each: two of ten
 * million would be taken for one by chance once in 10^24.
 */
final class Visited {

    /** Per slot: 64 bits, 64 bits, the world's number + 1; 0 where the slot is free. */
    private long[] slots = new long[3 * 4096];

    private int[] parents = new int[1024];
    private short[] ordinals = new short[1024];
    private int size;

    /**
     * @param parent the number of the world it was reached from; -1 for the first
     * @param ordinal which of that world's steps led here
     * @return its number; -1 when it was seen before
     */
    int add(byte[] fingerprint, int parent, int ordinal) {
        if (size >= slots.length / 3 / 4 * 3) {
            grow();
        }
        ByteBuffer print = ByteBuffer.wrap(fingerprint);
        if (!put(print.getLong(), print.getLong(), size + 1)) {
            return -1;
        }
        if (size == parents.length) {
            parents = Arrays.copyOf(parents, 2 * size);
            ordinals = Arrays.copyOf(ordinals, 2 * size);
        }
        parents[size] = parent;
        ordinals[size] = (short) ordinal;
        return size++;
    }

    int size() {
        return size;
    }

    int parent(int number) {
        return parents[number];
    }

    int ordinal(int number) {
        return ordinals[number];
    }

    private boolean put(long high, long low, long value) {
        int mask = slots.length / 3 - 1;
        int slot = (int) low & mask;
        while (slots[3 * slot + 2] != 0) {
            if (slots[3 * slot] == high && slots[3 * slot + 1] == low) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        slots[3 * slot] = high;
        slots[3 * slot + 1] = low;
        slots[3 * slot + 2] = value;
        return true;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        for (int i = 0; i < old.length; i += 3) {
            if (old[i + 2] != 0) {
                put(old[i], old[i + 1], old[i + 2]);
            }
        }
    }
}
