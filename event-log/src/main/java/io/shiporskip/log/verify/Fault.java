package io.shiporskip.log.verify;

/**
 * Something in the log that cannot be.
 *
 * @param block the {@code _id} of the block's document, as the server keeps it
 * @param firstPosition the first position concerned
 * @param lastPosition the last one
 * @param what is wrong, in words
 */
public record Fault(String block, long firstPosition, long lastPosition, String what) {

    @Override
    public String toString() {
        return "block " + block + ", positions " + firstPosition + " to " + lastPosition + ": " + what;
    }
}
