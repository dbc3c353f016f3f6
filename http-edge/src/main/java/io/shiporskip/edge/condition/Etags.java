package io.shiporskip.edge.condition;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Entity tags: a position of the log in quotes (RFC 9110, 8.8.3). */
public final class Etags {

    private Etags() {}

    /** {@code "12"}, with its quotes: what is shown was last changed by the event at position 12. */
    public static String etag(long position) {
        return "\"" + position + "\"";
    }

    /**
     * {@code "12-leaderboard@2"}: likewise, where the position alone would not name what is shown.
     *
     * @param edition of visible ASCII characters without quotes and commas; empty for none
     */
    public static String etag(long position, String edition) {
        return edition.isEmpty() ? etag(position) : "\"" + position + "-" + edition + "\"";
    }

    /** Whether {@code If-None-Match} names what is there already, so that 304 does. Compares weakly, as reads may. */
    public static boolean noneMatch(@Nullable String header, long position) {
        return header != null && names(header.replace("W/", ""), position);
    }

    /** As {@link #noneMatch(String, long)}, of a tag with its quotes. */
    public static boolean noneMatch(@Nullable String header, String tag) {
        return header != null && names(header.replace("W/", ""), tag);
    }

    static boolean names(String header, long position) {
        return names(header, etag(position));
    }

    private static boolean names(String header, String tag) {
        return header.strip().equals("*") || tags(header).contains(tag);
    }

    private static Set<String> tags(String header) {
        return Arrays.stream(header.split(",")).map(String::strip).collect(Collectors.toSet());
    }
}
