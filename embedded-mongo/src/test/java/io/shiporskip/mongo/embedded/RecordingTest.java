package io.shiporskip.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shiporskip.mongo.embedded.journal.Changes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the journal has of a write: each change once, when it is done or before. */
class RecordingTest {

    private static final byte[] KEY = {1};

    /** Of one of the changes below: the map, the key's length and the key, the value's length and the value. */
    private static final int LENGTH = 5;

    private final List<Changes> done = new ArrayList<>();
    private final List<Changes> ahead = new ArrayList<>();
    private final Group group = new Group();
    private final Recording recording = new Recording(
            changes -> {
                done.add(changes);
                return group;
            },
            changes -> {
                ahead.add(changes);
                return group;
            });

    @Test
    void whatIsChangedIsJoinedWhenTheWriteIsDone() {
        recording.put(1, KEY, KEY);
        assertThat(done).isEmpty();

        assertThat(recording.end()).isSameAs(group);

        assertThat(done).hasSize(1);
        assertThat(ahead).isEmpty();
    }

    @Test
    void aWriteThatChangesNothingJoinsNothing() {
        assertThat(recording.end()).isNull();
        assertThat(done).isEmpty();
    }

    @Test
    void whatIsToldAheadIsJoinedAtOnceAndNotAgain() {
        recording.ahead(changes -> changes.put(1, KEY, KEY));
        assertThat(ahead).hasSize(1);
        recording.put(1, KEY, KEY);
        recording.remove(1, KEY);
        recording.caughtUp();

        assertThat(recording.end()).isSameAs(group);

        assertThat(done).isEmpty();
    }

    @Test
    void whatWasChangedBeforeGoesWithWhatIsToldAheadAndWhatComesAfterFollows() {
        recording.put(1, KEY, KEY);
        recording.ahead(changes -> changes.put(2, KEY, KEY));
        recording.caughtUp();
        recording.remove(1, KEY);

        recording.end();

        assertThat(ahead).extracting(Changes::length).containsExactly(2 * LENGTH);
        assertThat(done).hasSize(1);
    }

    @Test
    void aWriteMayNotEndNorGoOnBeforeItHasMadeWhatTheJournalHas() {
        recording.ahead(changes -> changes.put(1, KEY, KEY));

        assertThatThrownBy(recording::end).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> recording.ahead(changes -> {})).isInstanceOf(IllegalStateException.class);
        assertThat(done).isEmpty();
        assertThat(ahead).hasSize(1);
    }
}
