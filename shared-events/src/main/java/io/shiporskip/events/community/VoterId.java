package io.shiporskip.events.community;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A voter as the log knows one: a keyed hash over the visitor's random id and the tool, 128 bits in 32 hexadecimal
 * digits. The same visitor is another voter on another tool, so nobody can be followed from tool to tool.
 */
public record VoterId(@JsonValue String hash) {

    private static final int LENGTH = 32;

    /** @throws IllegalArgumentException when the text is not 32 lower-case hexadecimal digits */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public VoterId {
        if (!isHash(hash)) {
            throw new IllegalArgumentException("A voter is 32 lower-case hexadecimal digits");
        }
    }

    /** Looked at digit by digit, since every ballot event that is read has one. */
    private static boolean isHash(String text) {
        boolean is = text.length() == LENGTH;
        for (int i = 0; is && i < LENGTH; i++) {
            char digit = text.charAt(i);
            is = (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
        }
        return is;
    }

    @Override
    public String toString() {
        return hash;
    }
}
