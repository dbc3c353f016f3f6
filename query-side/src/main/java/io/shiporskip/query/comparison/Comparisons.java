package io.shiporskip.query.comparison;

import io.shiporskip.events.comparison.ComparisonId;
import io.shiporskip.query.Answer;
import io.shiporskip.query.asking.Cursor;
import io.shiporskip.query.asking.Page;
import io.shiporskip.query.projecting.Folded;
import io.shiporskip.query.projecting.asof.AsOf;
import io.shiporskip.query.projecting.asof.Documents;
import io.shiporskip.query.projecting.asof.Field;
import io.shiporskip.query.projecting.asof.Listing;
import io.shiporskip.query.projecting.asof.Models;
import io.shiporskip.query.projecting.asof.Opened;
import io.shiporskip.query.tool.Catalogue;
import io.shiporskip.query.tool.ToolView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what is asked of comparisons. */
@Component
final class Comparisons implements ComparisonQueries {

    private static final String LIST = "comparisons";
    private static final Field<ComparisonListing, String> SLUG = new Field<>("slug", ComparisonListing::slug);
    private static final Field<ComparisonListing, Boolean> PUBLISHED =
            new Field<>("published", ComparisonListing::published);

    private final Models models;
    private final ComparisonProjection comparisons;
    private final Catalogue catalogue;

    Comparisons(Models models, ComparisonProjection comparisons, Catalogue catalogue) {
        this.models = models;
        this.comparisons = comparisons;
        this.catalogue = catalogue;
    }

    /** A pair's last change is the last of either tool's, or of its own listing. */
    @Override
    public Optional<Answer<ComparisonView>> comparison(ComparisonId pair, AsOf asOf) {
        Opened reading = models.open(asOf, comparisons);
        Folded<ComparisonListing> listing =
                reading.of(comparisons).load(List.of(pair.slug())).get(pair.slug());
        var tools = catalogue.tools(List.of(pair.left(), pair.right()), asOf);
        Answer<ToolView> left = tools.get(pair.left());
        Answer<ToolView> right = tools.get(pair.right());
        if (left == null || right == null) {
            return Optional.empty();
        }
        boolean published = listing != null && listing.state().published();
        long position = Math.min(reading.position(), left.view().position());
        long changedAt =
                Math.max(listing == null ? 0 : listing.position(), Math.max(left.changedAt(), right.changedAt()));
        ComparisonView view = SharedPanel.of(left.view().panel(), right.view().panel())
                .compare(pair, left.view(), right.view(), published, position);
        return Optional.of(new Answer<>(view, changedAt, position));
    }

    @Override
    public List<ComparisonId> published(String after, int limit, AsOf asOf) {
        return find(after, limit, models.open(asOf, comparisons).of(comparisons)).stream()
                .map(listing -> ComparisonId.parse(listing.id()))
                .toList();
    }

    /** A page of the list. A pair may leave it, so that it changes with any change to the listings. */
    Answer<ComparisonList> list(@Nullable String cursor, int limit, AsOf asOf) {
        String list = Cursor.list(LIST, asOf);
        Cursor after = Cursor.read(cursor, list, 1);
        Opened reading = models.open(asOf, comparisons);
        Documents<ComparisonListing> store = reading.of(comparisons);
        long changedAt = store.lastChange();
        var page = Page.of(
                find(after == null ? "" : after.part(0), limit + 1, store),
                limit,
                listing -> Cursor.of(list, listing.id()));
        List<ListedComparison> listed = page.entries().stream()
                .map(listing -> ListedComparison.of(ComparisonId.parse(listing.id())))
                .toList();
        var view = new ComparisonList(listed, reading.position(), page.nextText());
        return new Answer<>(view, changedAt, reading.position());
    }

    private static List<Folded<ComparisonListing>> find(String after, int limit, Documents<ComparisonListing> store) {
        return store.list(Listing.by(SLUG).where(PUBLISHED, true).after(after), limit);
    }
}
