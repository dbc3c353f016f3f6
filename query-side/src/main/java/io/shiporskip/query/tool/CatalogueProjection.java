package io.shiporskip.query.tool;

import io.shiporskip.events.tool.ToolDetailsRevised;
import io.shiporskip.events.tool.ToolEvent;
import io.shiporskip.events.tool.ToolListed;
import io.shiporskip.events.tool.ToolRelisted;
import io.shiporskip.events.tool.ToolWithdrawn;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.RecordedEvent;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The catalogue: one document a tool, by slug. */
@Component
public final class CatalogueProjection implements Projection<CatalogueEntry> {

    @Override
    public String name() {
        return "catalogue";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public boolean checkpointed() {
        return true;
    }

    @Override
    public Class<CatalogueEntry> form() {
        return CatalogueEntry.class;
    }

    @Override
    public Set<String> touches(RecordedEvent event) {
        return event.payload() instanceof ToolEvent tool ? Set.of(tool.tool().slug()) : Set.of();
    }

    @Override
    public CatalogueEntry fold(@Nullable CatalogueEntry before, RecordedEvent event) {
        ToolEvent happened = (ToolEvent) event.payload();
        if (happened instanceof ToolListed listed) {
            return new CatalogueEntry(listed.tool().slug(), listed.details(), false, event.position());
        }
        CatalogueEntry entry = Objects.requireNonNull(before, "the tool was never listed");
        return switch (happened) {
            case ToolListed _ -> entry;
            case ToolDetailsRevised revised ->
                new CatalogueEntry(entry.slug(), revised.details(), entry.withdrawn(), entry.listedAt());
            case ToolWithdrawn _ -> new CatalogueEntry(entry.slug(), entry.details(), true, entry.listedAt());
            case ToolRelisted _ -> new CatalogueEntry(entry.slug(), entry.details(), false, entry.listedAt());
        };
    }

    /** Lists are read by slug, of all tools or of one category; the last change tells whether a list is still the same. */
    @Override
    public List<List<String>> indexes() {
        return List.of(
                List.of("withdrawn", "slug"),
                List.of("withdrawn", "details.category.slug", "slug"),
                List.of("position"));
    }
}
