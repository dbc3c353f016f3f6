package io.shiporskip.command.verification;

import io.shiporskip.command.log.CommandDatabase;
import io.shiporskip.edge.access.Requires;
import io.shiporskip.edge.access.Role;
import io.shiporskip.edge.problem.Problems;
import io.shiporskip.log.verify.LogVerification;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Verifies the whole log while the operator waits: seconds for a million events. One at a time, since it reads it all. */
@RestController
class Verifications {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final CommandDatabase log;
    private final Semaphore one = new Semaphore(1);

    Verifications(CommandDatabase log) {
        this.log = log;
    }

    @PostMapping("/api/log/verifications")
    @Requires(Role.OPERATOR)
    VerificationAnswer verify() {
        if (!one.tryAcquire()) {
            throw Problems.busy(RETRY_AFTER);
        }
        try {
            return VerificationAnswer.of(new LogVerification(log.database()).run((_, _) -> {}));
        } finally {
            one.release();
        }
    }
}
