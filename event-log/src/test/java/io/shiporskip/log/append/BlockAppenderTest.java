package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.Commits;
import io.shiporskip.log.LogHead;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.TestServer;
import io.shiporskip.log.read.LogReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BlockAppenderTest {

    private final MongoDatabase database = TestServer.newDatabase();
    private final LogReader reader = new LogReader(database);
    private final BlockAppender appender = new BlockAppender(database, new LogWakeUp(), AppenderSettings.DEFAULT);

    @AfterEach
    void close() {
        appender.close();
    }

    @Test
    void aCommitIsAnsweredWithThePositionOfItsLastEventAndReadBackAsItWasWritten() {
        NewEvent first = Commits.event("a", 0);
        NewEvent second = NewEvent.ofNoAggregate(Commits.id(), "Note", "3", Commits.TIME, "\"x\"", "{}");
        Commit commit = Commits.of(first, second);

        assertThat(appender.append(commit)).isEqualTo(2);
        assertThat(appender.append(Commits.of("a", 1, 3))).isEqualTo(5);

        List<StoredEvent> events = reader.after(0, 10);
        assertThat(events).extracting(StoredEvent::position).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(events.getFirst())
                .isEqualTo(new StoredEvent(
                        1,
                        first.id(),
                        commit.id(),
                        "a",
                        "Thing",
                        0,
                        "ThingHappened",
                        "1",
                        Commits.TIME,
                        Commits.TIME,
                        first.payload(),
                        first.meta()));
        assertThat(events.get(1).type()).isNull();
        assertThat(events.get(1).aggregate()).isEqualTo(second.id());
    }

    @Test
    void aPlaceInAStreamIsTakenOnce() {
        appender.append(Commits.of("a", 0, 2));
        LogHead before = reader.head();
        Commit late = Commits.of(Commits.event("b", 0), Commits.event("a", 1));

        CommitRefusedException refused =
                catchThrowableOfType(CommitRefusedException.class, () -> appender.append(late));

        assertThat(refused.index()).isEqualTo(1);
        assertThat(reader.head()).isEqualTo(before);
    }

    @Test
    void anEventIdIsTakenOnce() {
        NewEvent event = Commits.event("a", 0);
        appender.append(Commits.of(event));
        NewEvent sameId = new NewEvent(event.id(), "b", "Thing", 0, "X", "1", Commits.TIME, "{}", "{}");

        assertThatThrownBy(() -> appender.append(Commits.of(sameId))).isInstanceOf(CommitRefusedException.class);
        assertThat(reader.head().position()).isEqualTo(1);
    }

    @Test
    void aCommitThatIsItsOwnRivalIsRefused() {
        assertThatThrownBy(() -> appender.append(Commits.of(Commits.event("a", 0), Commits.event("a", 0))))
                .isInstanceOf(CommitRefusedException.class);
        assertThat(reader.head()).isEqualTo(LogHead.EMPTY);
    }

    @Test
    void timesMoreThanAMinuteAheadOfTheClockAreRefused() {
        Instant soon = Instant.now().plus(Duration.ofMinutes(2));

        assertThatThrownBy(() -> appender.append(Commits.of(Commits.event("a", 0, soon))))
                .isInstanceOf(InvalidCommitException.class)
                .hasMessageContaining("ahead of the clock");
        assertThat(reader.head()).isEqualTo(LogHead.EMPTY);
    }

    @Test
    void theTimeOfBlocksNeverGoesBack() {
        appender.append(Commits.of(Commits.event("a", 0)));
        appender.append(Commits.of(Commits.event("a", 1, Commits.TIME.minusSeconds(60))));
        appender.append(Commits.of(Commits.event("a", 2, Commits.TIME.plusSeconds(60))));

        assertThat(reader.after(0, 10))
                .extracting(StoredEvent::at)
                .containsExactly(Commits.TIME, Commits.TIME, Commits.TIME.plusSeconds(60));
    }

    @Test
    void aLargeCommitIsABlockAloneAndOneTooLargeIsNotSent() {
        String text = "x".repeat(15_000_000);
        NewEvent large = new NewEvent(Commits.id(), "a", "Thing", 0, "X", "1", Commits.TIME, text, "{}");
        assertThat(appender.append(Commits.of(large))).isEqualTo(1);
        assertThat(reader.at(1).orElseThrow().payload()).isEqualTo(text);

        NewEvent tooLarge = new NewEvent(Commits.id(), "a", "Thing", 1, "X", "1", Commits.TIME, text + text, "{}");
        assertThatThrownBy(() -> Commits.of(tooLarge)).isInstanceOf(InvalidCommitException.class);
    }

    @Test
    void aClosedAppenderTakesNothingAndSaysSo() {
        appender.close();

        assertThatThrownBy(() -> appender.append(Commits.of("a", 0, 1))).isInstanceOf(BusyException.class);
        assertThat(appender.health()).contains("the log is closed");
    }
}
