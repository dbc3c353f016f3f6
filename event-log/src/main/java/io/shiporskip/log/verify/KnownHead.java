package io.shiporskip.log.verify;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A head of the log that somebody wrote down. Only it can tell a past that was rewritten whole, chain and all, or a log
 * whose end was cut off: what is left is sound in itself.
 *
 * @param position from 1
 * @param hash 64 characters of lower-case hex
 */
public record KnownHead(long position, String hash) {

    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,17}):([0-9a-f]{64})");

    /** Reads {@code POSITION:HASH}; empty when the text is none. */
    public static Optional<KnownHead> of(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new KnownHead(Long.parseLong(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return position + ":" + hash;
    }
}
