package io.shiporskip.events.comparison;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.shiporskip.events.tool.ToolId;

/**
 * A pair of tools under the one address it has: both slugs in ASCII order around {@code -vs-}. No word of a slug is
 * {@code vs}, so an address reads back in one way only.
 */
public record ComparisonId(ToolId left, ToolId right) {

    private static final String JOINT = "-vs-";

    /** @throws IllegalArgumentException when the two are the same tool or stand in the wrong order */
    public ComparisonId {
        if (left.compareTo(right) >= 0) {
            throw new IllegalArgumentException("A comparison is of two different tools, in ASCII order of their slugs");
        }
    }

    /** The comparison of two different tools, whichever is named first. */
    public static ComparisonId of(ToolId one, ToolId other) {
        return one.compareTo(other) < 0 ? new ComparisonId(one, other) : new ComparisonId(other, one);
    }

    /**
     * Reads {@code a-vs-b} in either order.
     *
     * @throws IllegalArgumentException when the text is no such address, or puts a tool beside itself
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ComparisonId parse(String slug) {
        int joint = slug.indexOf(JOINT);
        if (joint < 0) {
            throw new IllegalArgumentException("A comparison's address is two slugs joined by '-vs-'");
        }
        return of(new ToolId(slug.substring(0, joint)), new ToolId(slug.substring(joint + JOINT.length())));
    }

    @JsonValue
    public String slug() {
        return left.slug() + JOINT + right.slug();
    }

    public String stream() {
        return "comparison:" + slug();
    }

    @Override
    public String toString() {
        return slug();
    }
}
