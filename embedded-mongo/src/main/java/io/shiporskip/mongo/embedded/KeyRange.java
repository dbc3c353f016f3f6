package io.shiporskip.mongo.embedded;

/** All keys from {@code from} on and before {@code to}. */
record KeyRange(Key from, Key to) {

    static KeyRange startingWith(Key prefix) {
        return new KeyRange(prefix, prefix.afterPrefix());
    }

    boolean isEmpty() {
        return from.compareTo(to) >= 0;
    }

    /** The ends of the whole order; the marks an index keeps about itself come before the first. */
    static KeyRange everything() {
        return new KeyRange(new Key(new byte[] {1}), new Key(new byte[] {(byte) 0xFF}));
    }
}
