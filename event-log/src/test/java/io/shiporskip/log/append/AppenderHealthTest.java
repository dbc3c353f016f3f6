package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What an operator is told, and how often. */
class AppenderHealthTest {

    private static final long SILENCE = TimeUnit.SECONDS.toNanos(2);

    private final AtomicLong nanos = new AtomicLong(TimeUnit.HOURS.toNanos(1));
    private final AppenderHealth health = new AppenderHealth(nanos::get);
    private final Logger logger = (Logger) LoggerFactory.getLogger(AppenderHealth.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(logged);
    }

    @Test
    void whatIsNotKnownForTwoSecondsIsTroubleUntilItIsAnswered() {
        health.unanswered(7, "connection reset");
        nanos.addAndGet(SILENCE - 1);
        assertThat(health.trouble()).isEmpty();

        nanos.addAndGet(1);
        assertThat(health.trouble())
                .contains("the outcome of the block at position 7 is not known for 2 s, the server is asked again and"
                        + " again: connection reset");

        health.answered();
        assertThat(health.trouble()).isEmpty();
    }

    @Test
    void aSilentServerIsLoggedOnceAndOnceMoreWhenItAnswers() {
        health.unanswered(7, "connection reset");
        assertThat(levels()).isEmpty();

        nanos.addAndGet(SILENCE);
        for (int i = 0; i < 3; i++) {
            health.unanswered(7, "connection reset");
        }
        assertThat(levels()).containsExactly(Level.WARN);

        health.answered();
        assertThat(levels()).containsExactly(Level.WARN, Level.INFO);
    }

    @Test
    void whatIsAnsweredSoonIsNotLogged() {
        health.unanswered(7, "connection reset");
        health.answered();

        assertThat(levels()).isEmpty();
    }

    @Test
    void aServerThatTakesNoBlocksIsLoggedOnceHoweverOftenItIsTried() {
        health.refuses("disk full");
        assertThat(levels()).containsExactly(Level.ERROR);

        health.refuses("disk full");
        assertThat(levels()).containsExactly(Level.ERROR);

        health.takesAgain();
        assertThat(levels()).containsExactly(Level.ERROR, Level.INFO);
        assertThat(health.takesNone()).isEmpty();
    }

    /** Of this thread alone: appenders of other tests may still be ending. */
    private List<Level> levels() {
        String self = Thread.currentThread().getName();
        return logged.list.stream()
                .filter(event -> event.getThreadName().equals(self))
                .map(ILoggingEvent::getLevel)
                .toList();
    }
}
