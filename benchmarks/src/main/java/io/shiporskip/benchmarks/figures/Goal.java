package io.shiporskip.benchmarks.figures;

import java.util.Locale;

/**
 * A figure that was promised, and what was measured.
 *
 * @param what it is, with its unit
 * @param atLeast whether more is better
 */
public record Goal(String what, double measured, double wanted, boolean atLeast) {

    public static Goal atLeast(String what, double measured, double wanted) {
        return new Goal(what, measured, wanted, true);
    }

    public static Goal atMost(String what, double measured, double wanted) {
        return new Goal(what, measured, wanted, false);
    }

    public boolean met() {
        return atLeast ? measured >= wanted : measured <= wanted;
    }

    /** One line; one that begins {@code BEYOND THE GOAL} when it is not met. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "%s: %s: %s, wanted %s %s",
                met() ? "goal met" : "BEYOND THE GOAL",
                what,
                number(measured),
                atLeast ? "at least" : "at most",
                number(wanted));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 1_000 ? "%,.0f" : "%.2f", value);
    }
}
