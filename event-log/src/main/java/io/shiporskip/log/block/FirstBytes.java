package io.shiporskip.log.block;

/** How large a buffer for a block begins: large enough, it need not be copied while it grows. */
final class FirstBytes {

    /** About so many are those of an event. */
    private static final int OF_AN_EVENT = 640;

    private static final int MOST = 1 << 20;

    private FirstBytes() {}

    static int of(int events) {
        return (int) Math.min((events + 1L) * OF_AN_EVENT, MOST);
    }
}
