package io.shiporskip.standalone.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shiporskip.log.block.Block;
import io.shiporskip.log.transfer.Lines;
import io.shiporskip.standalone.terminal.OperatorException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What an export says of a log that grows meanwhile, and of a server that stops. */
class LogExportVerbTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenOnceTheExportHasBegunNeedNotBeInIt() throws IOException {
        LogExportVerb verb = new LogExportVerb();
        new CommandLine(verb).parseArgs(folder.resolve("log.ndjson").toString());

        assertThat(verb.export(new Growing())).isZero();
    }

    @Test
    void aConnectionThatBreaksIsNotTakenForAFileThatCannotBeWritten() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                return read();
            }
        };
        assertThatThrownBy(() -> new ExportSource.ReadLines(new Lines(broken)).hasNext())
                .isInstanceOf(OperatorException.class)
                .hasMessageContainingAll("What the server sends broke off", "connection reset", "verified");
    }

    /** A log with nothing in it until its blocks are asked for. */
    private static final class Growing implements ExportSource {

        private long head;

        @Override
        public long head() {
            return head;
        }

        @Override
        public <T> T blocks(long after, Taking<T> taking) throws IOException {
            head = 1;
            return taking.take(Collections.<Block>emptyIterator());
        }
    }
}
