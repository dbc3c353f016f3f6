package io.shiporskip.standalone.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Progress never leaves half a line behind, and does not fill a log. */
class ProgressLineTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void onATerminalOneLineChangesAndIsWipedAtTheEnd() {
        try (ProgressLine line = new ProgressLine(out, true)) {
            line.show("100 of 100");
            line.show("1 of 1");
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo("\r100 of 100\r1 of 1    \r" + " ".repeat("1 of 1".length()) + "\r");
    }

    @Test
    void elsewhereLinesAreFew() {
        try (ProgressLine line = new ProgressLine(out, false)) {
            for (int i = 0; i < 1_000; i++) {
                line.show("line");
            }
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .hasSizeLessThan(100)
                .allMatch("line"::equals);
    }
}
