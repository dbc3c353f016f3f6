package io.shiporskip.query.projecting.follow;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Does the same with several things at once, each in a thread of its own, so that what mostly waits for the database waits
 * once and not one after the other.
 */
public final class AtOnce {

    private static final Executor EACH_ITS_OWN = Thread.ofVirtual().name("lane-", 0)::start;

    private AtOnce() {}

    /** Returns when all are done. Throws what the first of them in their order threw, when all have come to an end. */
    static <T> void forEach(Collection<? extends T> all, Consumer<T> work) {
        if (all.size() == 1) {
            all.forEach(work);
            return;
        }
        forEach(all, EACH_ITS_OWN, work);
    }

    /** The same, by threads that are given. */
    public static <T> void forEach(Collection<? extends T> all, Executor threads, Consumer<T> work) {
        List<CompletableFuture<Void>> underWay = all.stream()
                .map(one -> CompletableFuture.runAsync(() -> work.accept(one), threads))
                .toList();
        Throwable first = null;
        for (CompletableFuture<Void> one : underWay) {
            try {
                one.join();
            } catch (CompletionException failure) {
                first = first == null ? failure.getCause() : first;
            }
        }
        if (first instanceof Error error) {
            throw error;
        } else if (first instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
