package io.shiporskip.query.comparison;

import io.shiporskip.events.comparison.ComparisonEvent;
import io.shiporskip.events.comparison.ComparisonPublished;
import io.shiporskip.events.comparison.ComparisonWithdrawn;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.RecordedEvent;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of comparisons: one document a pair that was ever published, by its address. */
@Component
public final class ComparisonProjection implements Projection<ComparisonListing> {

    @Override
    public String name() {
        return "comparison";
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
    public Class<ComparisonListing> form() {
        return ComparisonListing.class;
    }

    @Override
    public Set<String> touches(RecordedEvent event) {
        return event.payload() instanceof ComparisonEvent pair
                ? Set.of(pair.comparison().slug())
                : Set.of();
    }

    @Override
    public ComparisonListing fold(@Nullable ComparisonListing before, RecordedEvent event) {
        return switch ((ComparisonEvent) event.payload()) {
            case ComparisonPublished pair ->
                new ComparisonListing(pair.comparison().slug(), true);
            case ComparisonWithdrawn pair ->
                new ComparisonListing(pair.comparison().slug(), false);
        };
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of("published", "slug"), List.of("position"));
    }
}
