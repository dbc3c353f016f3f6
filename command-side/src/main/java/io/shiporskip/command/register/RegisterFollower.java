package io.shiporskip.command.register;

import com.mongodb.MongoInterruptedException;
import io.shiporskip.command.log.CommandLog;
import io.shiporskip.command.log.Readiness;
import io.shiporskip.log.read.LogFollower;
import io.shiporskip.log.read.LogHub;
import io.shiporskip.log.read.LogReader;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The thread that folds the log into the register, from its last checkpoint on, and then follows it. */
public final class RegisterFollower implements SmartLifecycle, Readiness {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterFollower.class);
    private static final int PAGE = 2_000;

    /** Events between two checkpoints: what a start reads at most, a tenth of a second's worth. */
    static final int CHECKPOINT_EVERY = 10_000;

    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(200);

    private final ToolRegister register;
    private final LogReader reader;
    private final LogHub hub;
    private final RegisterCheckpoint checkpoint;
    private long savedAt;
    private volatile @Nullable Thread thread;
    private volatile long goal = Long.MAX_VALUE;
    private volatile @Nullable String trouble;

    RegisterFollower(ToolRegister register, CommandLog log, RegisterCheckpoint checkpoint) {
        this.register = register;
        this.reader = log.reader();
        this.hub = log.hub();
        this.checkpoint = checkpoint;
    }

    /** Ready once it has folded what stood in the log when it started, and as long as it goes on. */
    @Override
    public Optional<String> notReady() {
        String waits = trouble;
        if (waits != null) {
            return Optional.of(waits);
        }
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
        if (running == null) {
            return;
        }
        running.interrupt();
        thread = null;
        try {
            if (running.join(LONGEST_STOP)) {
                keep();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** For the thread that folds, or after its end. */
    private void keep() {
        if (register.position() > savedAt) {
            checkpoint.save(new RegisterCheckpoint.Saved(register.position(), register.all()));
            savedAt = register.position();
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
        checkpoint.load().ifPresent(saved -> {
            register.restore(saved.standings(), saved.position());
            savedAt = saved.position();
        });
        while (!Thread.currentThread().isInterrupted()) {
            try (LogFollower follower = hub.follow("tool-register", register.position())) {
                foldFrom(follower);
            } catch (MongoInterruptedException | InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (Throwable e) {
                // Whatever it is, a register that stands still must be seen, and goes on when it can.
                trouble = "the register of tools waits at position " + register.position() + ": "
                        + (e instanceof Error ? e : e.getMessage());
                LOG.warn("The log cannot be followed just now; {}", trouble, e);
                LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
            }
        }
    }

    private void foldFrom(LogFollower follower) throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            if (goal == Long.MAX_VALUE) {
                goal = reader.head().position();
            }
            follower.next(PAGE, WAIT).forEach(register::fold);
            trouble = null;
            if (register.position() - savedAt >= CHECKPOINT_EVERY) {
                keep();
            }
        }
    }
}
