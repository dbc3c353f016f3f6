package io.shiporskip.command.verification;

import io.shiporskip.log.verify.LogVerification;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Lines of JSON: {@code {"done":…,"total":…}} a few times a second, and the report as the last. */
final class ProgressLines implements LogVerification.Progress {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration BETWEEN = Duration.ofMillis(250);

    private final OutputStream out;
    private long last = System.nanoTime();

    ProgressLines(OutputStream out) {
        this.out = out;
    }

    /** @throws UncheckedIOException when nobody reads any more, which ends the verification */
    @Override
    public void at(long done, long total) {
        if (System.nanoTime() - last >= BETWEEN.toNanos()) {
            last = System.nanoTime();
            write(Map.of("done", done, "total", total));
        }
    }

    void end(VerificationAnswer answer) {
        write(Map.of("report", answer));
    }

    private void write(Object line) {
        try {
            out.write(JSON.writeValueAsBytes(line));
            out.write('\n');
            out.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
