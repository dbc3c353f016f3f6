package io.shiporskip.query.tool;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

import io.shiporskip.events.tool.Category;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.query.Answer;
import io.shiporskip.query.asking.Cursor;
import io.shiporskip.query.asking.Page;
import io.shiporskip.query.community.CommunityProjection;
import io.shiporskip.query.panel.PanelProjection;
import io.shiporskip.query.projecting.Folded;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.serve.ReadModels;
import io.shiporskip.query.projecting.serve.Reading;
import io.shiporskip.query.projecting.store.GenerationStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what is asked of the catalogue. */
@Component
public final class Catalogue implements ToolQueries {

    private static final String CATEGORY = "details.category.slug";
    private static final String LIST = "tools";
    private static final int MOST_CATEGORIES = 1_000;
    private static final Bson LISTED = eq("withdrawn", false);

    private final ReadModels models;
    private final CatalogueProjection catalogue;
    private final List<Projection<?>> shown;
    private final ToolViews views;

    Catalogue(
            ReadModels models,
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
    public Optional<Answer<ToolView>> tool(ToolId slug) {
        return Optional.ofNullable(tools(List.of(slug)).get(slug));
    }

    /** Those that were ever listed among these, all true at one position at least. */
    public Map<ToolId, Answer<ToolView>> tools(Collection<ToolId> slugs) {
        Reading reading = models.open(shown);
        List<String> ids = slugs.stream().map(ToolId::slug).toList();
        return views.of(reading.of(catalogue).load(ids).values(), reading);
    }

    /** Whether a tool was ever listed under this slug. */
    public boolean knows(ToolId slug) {
        return !models.open(catalogue).of(catalogue).load(List.of(slug.slug())).isEmpty();
    }

    /**
     * A page of the tools that are listed, by slug. It changes with any of the tools shown and, since a tool may join or
     * leave the list, with any change to the catalogue.
     *
     * @param category a category's slug; null for all
     */
    Answer<ToolList> list(@Nullable String category, @Nullable String cursor, int limit) {
        Cursor after = Cursor.read(cursor, LIST, 1);
        Reading reading = models.open(shown);
        GenerationStore<CatalogueEntry> store = reading.of(catalogue);
        long changedAt = store.lastChange();
        String from = after == null ? "" : after.part(0);
        Bson query = category == null
                ? and(LISTED, gt("slug", from))
                : and(LISTED, eq(CATEGORY, category), gt("slug", from));
        var page =
                Page.of(store.find(query, ascending("slug"), limit + 1), limit, entry -> Cursor.of(LIST, entry.id()));
        Collection<Answer<ToolView>> tools = views.of(page.entries(), reading).values();
        for (Answer<ToolView> tool : tools) {
            changedAt = Math.max(changedAt, tool.changedAt());
        }
        List<ToolView> shownTools = tools.stream().map(Answer::view).toList();
        var list = new ToolList(shownTools, reading.position(), page.nextText());
        return new Answer<>(list, changedAt, reading.position());
    }

    /** Steps from one category to the next along an index, so that it costs as much as there are categories. */
    @Override
    public List<Category> categories() {
        GenerationStore<CatalogueEntry> store = models.open(catalogue).of(catalogue);
        var found = new ArrayList<Category>();
        List<Folded<CatalogueEntry>> next = after("", store);
        while (!next.isEmpty() && found.size() < MOST_CATEGORIES) {
            Category category = next.getFirst().state().details().category();
            found.add(category);
            next = after(category.slug(), store);
        }
        found.sort(Comparator.comparing(Category::name).thenComparing(Category::slug));
        return List.copyOf(found);
    }

    private static List<Folded<CatalogueEntry>> after(String category, GenerationStore<CatalogueEntry> store) {
        return store.find(and(LISTED, gt(CATEGORY, category)), ascending(CATEGORY, "slug"), 1);
    }
}
