package io.shiporskip.command.register;

import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import io.shiporskip.command.log.Readiness;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.read.LogFollower;
import io.shiporskip.log.read.LogReader;
import java.time.Duration;
import java.util.Optional;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The thread that folds the log into the register, from position 1 at each start, and then follows it. */
public final class RegisterFollower implements SmartLifecycle, Readiness {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterFollower.class);
    private static final int PAGE = 2_000;
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(200);

    private final ToolRegister register;
    private final LogReader reader;
    private final LogWakeUp wakeUp;
    private volatile @Nullable Thread thread;
    private volatile long goal = Long.MAX_VALUE;

    RegisterFollower(ToolRegister register, LogReader reader, LogWakeUp wakeUp) {
        this.register = register;
        this.reader = reader;
        this.wakeUp = wakeUp;
    }

    /** Ready once it has folded what stood in the log when it started. */
    @Override
    public Optional<String> notReady() {
        return register.position() >= goal
                ? Optional.empty()
                : Optional.of("the register of tools is at position " + register.position());
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("tool-register").start(this::follow);
    }

    @Override
    public void stop() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before the web server takes its first request, and until after its last. */
    @Override
    public int getPhase() {
        return SpringAxonConfiguration.LIFECYCLE_PHASE - 1;
    }

    private void follow() {
        try (LogFollower follower = new LogFollower(reader, wakeUp, 0)) {
            while (!Thread.currentThread().isInterrupted()) {
                foldNext(follower);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void foldNext(LogFollower follower) throws InterruptedException {
        try {
            if (goal == Long.MAX_VALUE) {
                goal = reader.head().position();
            }
            follower.next(PAGE, WAIT).forEach(register::fold);
        } catch (MongoInterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (MongoException e) {
            LOG.warn("The log cannot be read just now; the register of tools waits at {}", register.position(), e);
            Thread.sleep(PAUSE_AFTER_FAILURE);
        }
    }
}
