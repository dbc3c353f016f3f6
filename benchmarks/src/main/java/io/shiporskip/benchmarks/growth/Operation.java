package io.shiporskip.benchmarks.growth;

import io.shiporskip.benchmarks.figures.Durations;

/**
 * Something a running product does, and how long it takes.
 *
 * @param events it adds to the log each time
 * @param times in one round
 */
record Operation(String name, Kind kind, int events, int times, Preparation preparation, Timed timed) {

    /** What a figure is for. */
    enum Kind {
        /** Its growth is held to the bound. */
        BOUNDED,
        /** Its growth is shown. */
        WATCHED,
        /** What the bounded ones are compared with. */
        PEER
    }

    /** Makes ready, off the clock, for so many times. */
    @FunctionalInterface
    interface Preparation {
        Preparation NONE = times -> {};

        void of(int times) throws Exception;
    }

    /** Does it once and gives the nanoseconds that count. */
    @FunctionalInterface
    interface Timed {
        long once() throws Exception;

        /** All of it counts. */
        static Timed whole(Work work) {
            return () -> {
                long start = System.nanoTime();
                work.run();
                return System.nanoTime() - start;
            };
        }
    }

    /** Anything that can be timed. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    Durations measured(int count) throws Exception {
        preparation.of(count);
        Durations durations = new Durations();
        for (int i = 0; i < count; i++) {
            durations.add(timed.once());
        }
        return durations;
    }
}
