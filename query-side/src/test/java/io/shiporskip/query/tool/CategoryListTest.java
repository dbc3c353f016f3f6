package io.shiporskip.query.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.events.tool.Category;
import io.shiporskip.events.tool.ToolDetails;
import io.shiporskip.query.projecting.Folded;
import io.shiporskip.query.projecting.asof.Documents;
import io.shiporskip.query.projecting.asof.Listing;
import io.shiporskip.query.projecting.asof.Settled;
import io.shiporskip.query.projecting.store.Generation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How long the categories are kept: while the catalogue is in the one settled state that they were read in. */
class CategoryListTest {

    private static final Settled NOW = settled(1, 7);

    private final CategoryList list = new CategoryList();

    /** A catalogue of one tool. */
    private record OneTool(String category, @Nullable Settled settled) implements Documents<CatalogueEntry> {

        @Override
        public Map<String, Folded<CatalogueEntry>> load(Collection<String> ids) {
            throw new UnsupportedOperationException("not by id");
        }

        @Override
        public List<Folded<CatalogueEntry>> list(Listing<CatalogueEntry> wanted, int limit) {
            return wanted.after().isEmpty() ? List.of(new Folded<>("tool", 7, entry())) : List.of();
        }

        @Override
        public long lastChange() {
            return 7;
        }

        private CatalogueEntry entry() {
            var details = new ToolDetails("", "", "", new Category(category, category), "", "", "", null, true);
            return new CatalogueEntry("tool", details, false, 1);
        }
    }

    @Test
    void theyAreNotReadAgainInTheSameState() {
        assertThat(shown("kept", NOW)).isEqualTo("kept");
        assertThat(shown("read again", NOW)).isEqualTo("kept");
    }

    @Test
    void theyAreReadAgainAfterAChange() {
        assertThat(shown("before", NOW)).isEqualTo("before");
        assertThat(shown("after", settled(1, 8))).isEqualTo("after");
        assertThat(shown("read again", settled(1, 8))).isEqualTo("after");
    }

    @Test
    void theyAreReadAgainFromAnotherGenerationThoughItIsAsFar() {
        assertThat(shown("first", NOW)).isEqualTo("first");
        assertThat(shown("second", settled(2, 7))).isEqualTo("second");
    }

    @Test
    void whileDocumentsAreStillBeingWrittenTheyAreReadEachTimeAndNotKept() {
        assertThat(shown("half written", null)).isEqualTo("half written");
        assertThat(shown("more written", null)).isEqualTo("more written");
        assertThat(shown("written", NOW)).isEqualTo("written");
    }

    @Test
    void whoLooksAtThePastLeavesWhatIsKeptOfThePresent() {
        assertThat(shown("present", NOW)).isEqualTo("present");
        assertThat(shown("past", null)).isEqualTo("past");
        assertThat(shown("read again", NOW)).isEqualTo("present");
    }

    private String shown(String category, @Nullable Settled settled) {
        return list.of(new OneTool(category, settled)).getFirst().slug();
    }

    private static Settled settled(int generation, long lastChange) {
        return new Settled(new Generation("catalogue", generation), lastChange);
    }
}
