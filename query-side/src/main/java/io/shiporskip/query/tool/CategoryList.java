package io.shiporskip.query.tool;

import io.shiporskip.events.tool.Category;
import io.shiporskip.query.projecting.Folded;
import io.shiporskip.query.projecting.asof.Documents;
import io.shiporskip.query.projecting.asof.Listing;
import io.shiporskip.query.projecting.asof.Settled;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The categories that any tool listed is of. Those of the present are kept in memory until the catalogue changes, which
 * one query tells; of the past, none are.
 */
final class CategoryList {

    private static final int MOST = 1_000;

    private volatile @Nullable Kept last;

    private record Kept(Settled state, List<Category> categories) {}

    /** By name. */
    List<Category> of(Documents<CatalogueEntry> catalogue) {
        Settled now = catalogue.settled(); // before they are read: what changes meanwhile is seen the next time
        Kept known = last;
        if (known != null && known.state().equals(now)) {
            return known.categories();
        }
        List<Category> found = read(catalogue);
        if (now != null) {
            last = new Kept(now, found);
        }
        return found;
    }

    /** Steps from one category to the next along an index, so that it costs as much as there are categories. */
    private static List<Category> read(Documents<CatalogueEntry> catalogue) {
        var found = new ArrayList<Category>();
        List<Folded<CatalogueEntry>> next = after("", catalogue);
        while (!next.isEmpty() && found.size() < MOST) {
            Category category = next.getFirst().state().details().category();
            found.add(category);
            next = after(category.slug(), catalogue);
        }
        found.sort(Comparator.comparing(Category::name).thenComparing(Category::slug));
        return List.copyOf(found);
    }

    private static List<Folded<CatalogueEntry>> after(String category, Documents<CatalogueEntry> catalogue) {
        return catalogue.list(
                Listing.by(Catalogue.CATEGORY, Catalogue.SLUG)
                        .where(Catalogue.WITHDRAWN, false)
                        .after(category),
                1);
    }
}
