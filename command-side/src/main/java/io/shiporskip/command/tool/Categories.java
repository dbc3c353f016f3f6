package io.shiporskip.command.tool;

import io.shiporskip.command.text.Texts;
import io.shiporskip.events.tool.Category;
import io.shiporskip.events.tool.ToolId;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Categories by their names: {@code Developer Tools} has the address {@code developer-tools}. */
final class Categories {

    /** The address of the leaderboard of all categories together. */
    private static final String ALL = "all";

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^-|-$");

    private Categories() {}

    static Category named(String name) {
        String kept = Texts.tidy(name);
        return new Category(slug(kept), kept);
    }

    /** Whether a name yields an address that no other page has. */
    static boolean hasAddress(String name) {
        String slug = slug(name);
        return ToolId.isSlug(slug) && !slug.equals(ALL);
    }

    private static String slug(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        String joined = BETWEEN.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
        return ENDS.matcher(joined).replaceAll("");
    }
}
