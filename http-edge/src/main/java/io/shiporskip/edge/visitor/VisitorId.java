package io.shiporskip.edge.visitor;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A visitor: 128 random bits, known to their browser and to us while we answer it. Never logged and never in an event.
 *
 * @param value 32 lower-case hexadecimal digits
 */
public record VisitorId(String value) {

    private static final Pattern PATTERN = Pattern.compile("[0-9a-f]{32}");
    private static final int BYTES = 16;

    /** @throws IllegalArgumentException when the value does not have the shape above */
    public VisitorId {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("A visitor is 32 lower-case hexadecimal digits");
        }
    }

    static VisitorId random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new VisitorId(HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return "VisitorId[not shown]";
    }
}
