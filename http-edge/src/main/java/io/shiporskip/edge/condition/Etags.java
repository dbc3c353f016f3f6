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

    /** Whether {@code If-None-Match} names what is there already, so that 304 does. Compares weakly, as reads may. */
    public static boolean noneMatch(@Nullable String header, long position) {
        return header != null && names(header.replace("W/", ""), position);
    }

    static boolean names(String header, long position) {
        return header.strip().equals("*") || tags(header).contains(etag(position));
    }

    private static Set<String> tags(String header) {
        return Arrays.stream(header.split(",")).map(String::strip).collect(Collectors.toSet());
    }
}
