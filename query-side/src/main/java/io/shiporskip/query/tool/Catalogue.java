package io.shiporskip.query.tool;

import io.shiporskip.events.tool.Category;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.query.Answer;
import io.shiporskip.query.asking.Cursor;
import io.shiporskip.query.asking.Page;
import io.shiporskip.query.community.CommunityProjection;
import io.shiporskip.query.panel.PanelProjection;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.asof.AsOf;
import io.shiporskip.query.projecting.asof.Documents;
import io.shiporskip.query.projecting.asof.Field;
import io.shiporskip.query.projecting.asof.Listing;
import io.shiporskip.query.projecting.asof.Models;
import io.shiporskip.query.projecting.asof.Opened;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what is asked of the catalogue. */
@Component
public final class Catalogue implements ToolQueries {

    static final Field<CatalogueEntry, Boolean> WITHDRAWN = new Field<>("withdrawn", CatalogueEntry::withdrawn);
    static final Field<CatalogueEntry, String> SLUG = new Field<>("slug", CatalogueEntry::slug);
    static final Field<CatalogueEntry, String> CATEGORY = new Field<>(
            "details.category.slug", entry -> entry.details().category().slug());
    private static final String LIST = "tools";

    private final Models models;
    private final CatalogueProjection catalogue;
    private final List<Projection<?>> shown;
    private final ToolViews views;
    private final CategoryList categories = new CategoryList();

    Catalogue(
            Models models,
            CatalogueProjection catalogue,
            PanelProjection panel,
            CommunityProjection community,
            ToolViews views) {
        this.models = models;
        this.catalogue = catalogue;
        this.shown = List.of(catalogue, panel, community);
        this.views = views;
    }

    @Override
    public Optional<Answer<ToolView>> tool(ToolId slug, AsOf asOf) {
        return Optional.ofNullable(tools(List.of(slug), asOf).get(slug));
    }

    /** Those that had been listed among these, all true at one position at least. */
    public Map<ToolId, Answer<ToolView>> tools(Collection<ToolId> slugs, AsOf asOf) {
        Opened reading = models.open(asOf, shown);
        List<String> ids = slugs.stream().map(ToolId::slug).toList();
        return views.of(reading.of(catalogue).load(ids).values(), reading);
    }

    /** Whether a tool had been listed under this slug. */
    public boolean knows(ToolId slug, AsOf asOf) {
        return !models.open(asOf, catalogue)
                .of(catalogue)
                .load(List.of(slug.slug()))
                .isEmpty();
    }

    /**
     * A page of the tools that are listed, by slug. It changes with any of the tools shown and, since a tool may join or
     * leave the list, with any change to the catalogue.
     *
     * @param category a category's slug; null for all
     */
    Answer<ToolList> list(@Nullable String category, @Nullable String cursor, int limit, AsOf asOf) {
        String listed = Cursor.list(LIST, asOf);
        Cursor after = Cursor.read(cursor, listed, 1);
        Opened reading = models.open(asOf, shown);
        Documents<CatalogueEntry> store = reading.of(catalogue);
        long changedAt = store.lastChange();
        Listing<CatalogueEntry> all = Listing.by(SLUG).where(WITHDRAWN, false);
        Listing<CatalogueEntry> wanted = category == null ? all : all.where(CATEGORY, category);
        String from = after == null ? "" : after.part(0);
        var page = Page.of(store.list(wanted.after(from), limit + 1), limit, entry -> Cursor.of(listed, entry.id()));
        Collection<Answer<ToolView>> tools = views.of(page.entries(), reading).values();
        for (Answer<ToolView> tool : tools) {
            changedAt = Math.max(changedAt, tool.changedAt());
        }
        List<ToolView> shownTools = tools.stream().map(Answer::view).toList();
        var list = new ToolList(shownTools, reading.position(), page.nextText());
        return new Answer<>(list, changedAt, reading.position());
    }

    @Override
    public List<Category> categories(AsOf asOf) {
        return categories.of(models.open(asOf, catalogue).of(catalogue));
    }
}
