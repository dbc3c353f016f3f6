package io.shiporskip.events.community;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A voter as the log knows one: a keyed hash over the visitor's random id and the tool, 128 bits in 32 hexadecimal
 * digits. The same visitor is another voter on another tool, so nobody can be followed from tool to tool.
 */
public record VoterId(@JsonValue String hash) {

    private static final Pattern PATTERN = Pattern.compile("[0-9a-f]{32}");

    /** @throws IllegalArgumentException when the text is not 32 lower-case hexadecimal digits */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public VoterId {
        if (!PATTERN.matcher(hash).matches()) {
            throw new IllegalArgumentException("A voter is 32 lower-case hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return hash;
    }
}
