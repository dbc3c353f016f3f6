package io.shiporskip.query.tool;

import io.shiporskip.events.tool.ToolDetails;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.query.Answer;
import io.shiporskip.query.community.CommunityProjection;
import io.shiporskip.query.community.CommunityView;
import io.shiporskip.query.community.Tally;
import io.shiporskip.query.panel.PanelProjection;
import io.shiporskip.query.panel.PanelTakes;
import io.shiporskip.query.panel.PanelView;
import io.shiporskip.query.projecting.Folded;
import io.shiporskip.query.projecting.asof.Opened;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what three models say of a tool. A tool's last change is the last in any of the three. */
@Component
final class ToolViews {

    private final PanelProjection panel;
    private final CommunityProjection community;

    ToolViews(PanelProjection panel, CommunityProjection community) {
        this.panel = panel;
        this.community = community;
    }

    /** A view of each entry, in the order given. */
    Map<ToolId, Answer<ToolView>> of(Collection<Folded<CatalogueEntry>> entries, Opened reading) {
        List<String> slugs = entries.stream().map(Folded::id).toList();
        Map<String, Folded<PanelTakes>> takes = reading.of(panel).load(slugs);
        Map<String, Folded<Tally>> tallies = reading.of(community).load(slugs);
        var views = new LinkedHashMap<ToolId, Answer<ToolView>>();
        for (Folded<CatalogueEntry> entry : entries) {
            String slug = entry.id();
            views.put(new ToolId(slug), answer(entry, takes.get(slug), tallies.get(slug), reading.position()));
        }
        return views;
    }

    private static Answer<ToolView> answer(
            Folded<CatalogueEntry> entry,
            @Nullable Folded<PanelTakes> takes,
            @Nullable Folded<Tally> tally,
            long position) {
        long changedAt = Math.max(
                entry.position(), Math.max(takes == null ? 0 : takes.position(), tally == null ? 0 : tally.position()));
        PanelView panel = PanelView.of(takes == null ? PanelTakes.NONE : takes.state());
        CommunityView community = CommunityView.of(tally == null ? Tally.NONE : tally.state());
        return new Answer<>(view(entry.state(), panel, community, position), changedAt, position);
    }

    private static ToolView view(CatalogueEntry entry, PanelView panel, CommunityView community, long position) {
        ToolDetails details = entry.details();
        return new ToolView(
                new ToolId(entry.slug()),
                details.name(),
                details.tagline(),
                details.description(),
                details.category(),
                details.pricing(),
                details.entryPrice(),
                details.bestFor(),
                details.website(),
                details.sample(),
                entry.withdrawn(),
                panel,
                community,
                position);
    }
}
