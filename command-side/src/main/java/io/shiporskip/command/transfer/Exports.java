package io.shiporskip.command.transfer;

import io.shiporskip.command.log.CommandDatabase;
import io.shiporskip.command.log.CommandLog;
import io.shiporskip.edge.access.Requires;
import io.shiporskip.edge.access.Role;
import io.shiporskip.edge.problem.Problems;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.transfer.BlockLine;
import io.shiporskip.log.transfer.LogBlocks;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Streams the log as it stands, one block a line; see {@code docs/log-export.md}. One at a time, since it reads it all. */
@RestController
class Exports {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final CommandDatabase database;
    private final CommandLog log;
    private final Semaphore one = new Semaphore(1);

    Exports(CommandDatabase database, CommandLog log) {
        this.database = database;
        this.log = log;
    }

    /** @param after the first block starts behind this position; 0 for all */
    @PostMapping("/api/log/exports")
    @Requires(Role.OPERATOR)
    void export(@RequestParam(defaultValue = "0") long after, HttpServletResponse response) throws IOException {
        long head = log.reader().head().position();
        if (after < 0) {
            throw Problems.invalid("after", "must be at least 0");
        }
        if (after > head) {
            throw Problems.futurePosition("after", after, head);
        }
        if (!one.tryAcquire()) {
            throw Problems.busy(RETRY_AFTER);
        }
        try {
            response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
            write(after, head, response.getOutputStream());
        } finally {
            one.release();
        }
    }

    /** Up to where the log ended when it was asked for: it may grow as fast as it is read. */
    private void write(long after, long head, OutputStream out) throws IOException {
        LogBlocks blocks = new LogBlocks(database.database(), after);
        long reached = after;
        while (reached < head && blocks.hasNext()) {
            Block block = blocks.next();
            out.write(BlockLine.write(block));
            reached = block.lastPosition();
        }
    }
}
