package io.shiporskip.events.tool;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A tool's identifier: its slug, fixed when it is listed, such as {@code smolvlm2-turbo}. Lower-case ASCII words of
 * letters and digits joined by single hyphens, none of them {@code vs} (which joins two slugs in a comparison's address),
 * {@value #MAX_LENGTH} characters at most. Ordered as ASCII.
 */
public record ToolId(@JsonValue String slug) implements Comparable<ToolId> {

    public static final int MAX_LENGTH = 80;

    /** The shape of a slug as a regular expression, for those who check it before they build one. */
    public static final String SHAPE = "(?!vs(-|$))[a-z0-9]+(-(?!vs(-|$))[a-z0-9]+)*";

    /** @throws IllegalArgumentException when the slug does not have the shape above */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ToolId {
        if (!isSlug(slug)) {
            throw new IllegalArgumentException(
                    "A slug is lower-case words of a-z and 0-9 joined by '-', none of them 'vs', at most " + MAX_LENGTH
                            + " characters");
        }
    }

    /** Whether a text has the shape above; looked at letter by letter, since every event that is read has a slug. */
    public static boolean isSlug(String text) {
        int word = 0;
        boolean is = text.length() <= MAX_LENGTH;
        for (int i = 0; is && i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '-') {
                is = i > word && !(i - word == 2 && text.startsWith("vs", word));
                word = i + 1;
            } else {
                char letter = text.charAt(i);
                is = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
            }
        }
        return is;
    }

    /** The stream that holds this tool's own events. */
    public String stream() {
        return "tool:" + slug;
    }

    @Override
    public int compareTo(ToolId other) {
        return slug.compareTo(other.slug);
    }

    @Override
    public String toString() {
        return slug;
    }
}
