package io.shiporskip.command.verification;

import io.shiporskip.command.log.CommandDatabase;
import io.shiporskip.edge.access.Requires;
import io.shiporskip.edge.access.Role;
import io.shiporskip.edge.problem.Problems;
import io.shiporskip.log.verify.KnownHead;
import io.shiporskip.log.verify.LogVerification;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Verifies the whole log while the operator waits: seconds for a million events. One at a time, since it reads it all. */
@RestController
class Verifications {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final CommandDatabase log;
    private final ReadableEvents readable;
    private final Semaphore one = new Semaphore(1);

    Verifications(CommandDatabase log, ObjectProvider<EventUpcaster> upcasters) {
        this.log = log;
        this.readable = new ReadableEvents(upcasters.getIfAvailable(() -> NoOpEventUpcaster.INSTANCE));
    }

    /** @param head {@code POSITION:HASH} as it was written down, which the log must lead through */
    @PostMapping("/api/log/verifications")
    @Requires(Role.OPERATOR)
    VerificationAnswer verify(@RequestParam(required = false) @Nullable String head) {
        LogVerification verification = verification(head);
        acquire();
        try {
            return VerificationAnswer.of(verification.run((_, _) -> {}));
        } finally {
            one.release();
        }
    }

    /** The same for those who ask for lines: how far it has come, again and again, and at last what was found. */
    @PostMapping(path = "/api/log/verifications", produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Requires(Role.OPERATOR)
    void watch(@RequestParam(required = false) @Nullable String head, HttpServletResponse response) throws IOException {
        LogVerification verification = verification(head);
        acquire();
        try {
            response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
            ProgressLines lines = new ProgressLines(response.getOutputStream());
            lines.end(VerificationAnswer.of(verification.run(lines)));
        } finally {
            one.release();
        }
    }

    private void acquire() {
        if (!one.tryAcquire()) {
            throw Problems.busy(RETRY_AFTER);
        }
    }

    private LogVerification verification(@Nullable String head) {
        KnownHead known = head == null
                ? null
                : KnownHead.of(head)
                        .orElseThrow(() -> Problems.invalid("head", "is not a position, ':' and a hash of 64 digits"));
        return new LogVerification(log.database(), readable, known);
    }
}
