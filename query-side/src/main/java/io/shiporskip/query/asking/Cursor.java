package io.shiporskip.query.asking;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.projecting.asof.AsOf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list starts: the key of the last entry before it, so that a page is found by index however the list
 * changes. Opaque to its holder: base64url of a versioned text.
 *
 * @param list which list it was given out for; it is refused by any other
 * @param key parts of the key, none of which holds {@code |}
 */
public record Cursor(String list, List<String> key) {

    private static final String VERSION = "1";
    private static final int LONGEST = 1_000;

    public static Cursor of(String list, Object... key) {
        var parts = new ArrayList<String>();
        for (Object part : key) {
            parts.add(part.toString());
        }
        return new Cursor(list, List.copyOf(parts));
    }

    /** The name of a list as of a moment: a cursor of one moment leads nowhere in another. */
    public static String list(String name, AsOf asOf) {
        AsOf.Position past = asOf.past();
        return past == null ? name : name + "@" + past.position();
    }

    /**
     * Reads a cursor that came back.
     *
     * @param parts how many parts its key has
     * @return null when there is none: the first page
     * @throws io.shiporskip.edge.problem.ProblemException bad-cursor (400) when it is not one given out for this list
     */
    public static @Nullable Cursor read(@Nullable String text, String list, int parts) {
        if (text == null) {
            return null;
        }
        List<String> read = text.length() > LONGEST ? List.of() : split(text);
        if (read.size() != parts + 2
                || !read.get(0).equals(VERSION)
                || !read.get(1).equals(list)) {
            throw Problems.badCursor();
        }
        return new Cursor(list, List.copyOf(read.subList(2, read.size())));
    }

    public String part(int index) {
        return key.get(index);
    }

    /** @throws io.shiporskip.edge.problem.ProblemException bad-cursor (400) when the part is no number of 0 or more */
    public long number(int index) {
        try {
            return Long.parseUnsignedLong(part(index));
        } catch (NumberFormatException forged) {
            throw Problems.badCursor();
        }
    }

    /** As it is given out. */
    public String text() {
        var parts = new ArrayList<>(List.of(VERSION, list));
        parts.addAll(key);
        byte[] bytes = String.join("|", parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static List<String> split(String text) {
        try {
            String parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            return List.of(parts.split("\\|", -1));
        } catch (IllegalArgumentException notBase64) {
            throw Problems.badCursor();
        }
    }
}
