package io.shiporskip.benchmarks;

/** What a benchmark is doing, on standard error, so that standard output holds the report alone. */
public final class Progress {

    private Progress() {}

    public static void say(String what) {
        System.err.println(what + " …");
    }
}
