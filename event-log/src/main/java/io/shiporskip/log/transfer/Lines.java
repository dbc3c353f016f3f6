package io.shiporskip.log.transfer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The lines of a stream of bytes, one at a time, none longer than {@link BlockLine#MAX_BYTES}. */
public final class Lines {

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(8192);
    private long number;
    private long bytes;

    public Lines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** The number of the line that was read last, from 1; 0 before the first. */
    public long number() {
        return number;
    }

    /** How many bytes have been read. */
    public long bytes() {
        return bytes;
    }

    /**
     * The next line, without the newline that ends it; empty at the end.
     *
     * @throws BadLineException when it is too long, or nothing ends it
     */
    public Optional<byte[]> next() throws IOException {
        line.reset();
        number++;
        for (int next = in.read(); next >= 0; next = in.read()) {
            bytes++;
            if (next == '\n') {
                return Optional.of(line.toByteArray());
            }
            if (line.size() == BlockLine.MAX_BYTES) {
                throw new BadLineException(number, "it is longer than " + BlockLine.MAX_BYTES + " bytes");
            }
            line.write(next);
        }
        if (line.size() > 0) {
            throw new BadLineException(number, "it is cut off: no newline ends it");
        }
        number--;
        return Optional.empty();
    }
}
