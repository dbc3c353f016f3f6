package io.shiporskip.edge.body;

import io.shiporskip.edge.problem.Problems;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** Counts what is read and refuses with 413 at the first byte too many, or at once when the length was said. */
final class LimitedInput extends ServletInputStream {

    private final ServletInputStream input;
    private final long most;
    private long read;

    LimitedInput(ServletInputStream input, long most, long saidLength) {
        if (saidLength > most) {
            throw Problems.tooLarge(most);
        }
        this.input = input;
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int next = input.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = input.read(bytes, from, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int more) {
        read += more;
        if (read > most) {
            throw Problems.tooLarge(most);
        }
    }

    @Override
    public boolean isFinished() {
        return input.isFinished();
    }

    @Override
    public boolean isReady() {
        return input.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        input.setReadListener(listener);
    }
}
