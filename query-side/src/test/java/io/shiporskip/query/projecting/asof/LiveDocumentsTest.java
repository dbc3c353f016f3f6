package io.shiporskip.query.projecting.asof;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.query.community.CommunityProjection;
import io.shiporskip.query.community.Tally;
import io.shiporskip.query.projecting.Folded;
import io.shiporskip.query.projecting.store.BulkWriter;
import io.shiporskip.query.projecting.store.Change;
import io.shiporskip.query.projecting.store.Generation;
import io.shiporskip.query.projecting.store.GenerationStore;
import io.shiporskip.query.sample.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When the documents of a live generation may be taken to stay as they are. */
class LiveDocumentsTest {

    private static final Generation FIRST = new Generation("community", 1);
    private static final Generation SECOND = new Generation("community", 2);

    @RegisterExtension
    static final TestDatabase server = new TestDatabase();

    private final MongoDatabase database = server.fresh();

    @Test
    void theyAreSettledOnceTheirPositionHasReachedTheirLastChange() {
        write(FIRST, 7);

        assertThat(documents(FIRST, 6).settled()).isNull();
        assertThat(documents(FIRST, 7).settled()).isEqualTo(new Settled(FIRST, 7));
        assertThat(documents(FIRST, 9).settled()).isEqualTo(new Settled(FIRST, 7));
    }

    @Test
    void anotherGenerationIsInAnotherState() {
        write(FIRST, 7);
        write(SECOND, 7);

        assertThat(documents(SECOND, 7).settled())
                .isNotEqualTo(documents(FIRST, 7).settled());
    }

    @Test
    void theyAreSettledBeforeAnythingHappens() {
        assertThat(documents(FIRST, 0).settled()).isEqualTo(new Settled(FIRST, 0));
    }

    @Test
    void thePastNamesNoState() {
        assertThat(PastState.<Tally>beforeEverything().settled()).isNull();
    }

    private void write(Generation generation, long position) {
        var written = store(generation).write(List.of(new Change<>(0, new Folded<>("tool", position, Tally.NONE))));
        assertThat(written).isEmpty();
    }

    private LiveDocuments<Tally> documents(Generation generation, long position) {
        return new LiveDocuments<>(store(generation), generation, position);
    }

    private GenerationStore<Tally> store(Generation generation) {
        return new GenerationStore<>(database, new CommunityProjection(), generation, BulkWriter.UNORDERED);
    }
}
