package io.shiporskip.standalone.terminal;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/**
 * How far something has come, on standard error: one line that changes on a terminal, a line every few seconds elsewhere.
 */
public final class ProgressLine implements AutoCloseable {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean terminal;
    private int shown;
    private long last = System.nanoTime() - BETWEEN_LINES.toNanos();

    public ProgressLine() {
        this(
                System.err,
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false));
    }

    ProgressLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    public void show(String text) {
        if (terminal) {
            out.print("\r" + text + " ".repeat(Math.max(0, shown - text.length())));
            out.flush();
            shown = text.length();
        } else if (System.nanoTime() - last >= BETWEEN_LINES.toNanos()) {
            last = System.nanoTime();
            out.println(text);
        }
    }

    @Override
    public void close() {
        wipe();
    }

    /** Wipes what is shown, so that the next line starts clean. */
    public void wipe() {
        if (shown > 0) {
            out.print("\r" + " ".repeat(shown) + "\r");
            out.flush();
            shown = 0;
        }
    }
}
