package io.shiporskip.query.projecting.asof;

import io.shiporskip.query.projecting.follow.Companion;
import io.shiporskip.query.projecting.follow.LiveLanes;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Several companions as one: they start together, and end together when this node stops folding. */
public record Beside(List<Companion> companions) implements Companion {

    @Override
    public Thread start(LiveLanes live, long fence) {
        List<Thread> threads = companions.stream()
                .map(companion -> companion.start(live, fence))
                .toList();
        return Thread.ofPlatform().name("beside-projecting").daemon().start(() -> waitFor(threads));
    }

    @Override
    public @Nullable String trouble() {
        return companions.stream()
                .map(Companion::trouble)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Passes an interruption on to each of them, and still waits for their ends. */
    private static void waitFor(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException end) {
                    interrupted = true;
                    threads.forEach(Thread::interrupt);
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
