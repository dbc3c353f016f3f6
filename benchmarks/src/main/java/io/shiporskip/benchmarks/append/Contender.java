package io.shiporskip.benchmarks.append;

import io.shiporskip.benchmarks.load.Load;

/** Something that keeps votes, one commit of one event a request, on disk when it answers. Safe for any number of threads. */
interface Contender {

    String name();

    /** A vote that was never cast before, ready to be written. */
    Load.Request next();
}
