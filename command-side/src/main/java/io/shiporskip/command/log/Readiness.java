package io.shiporskip.command.log;

import java.util.Optional;

/** A part of the command side that can say why it is not ready. */
@FunctionalInterface
public interface Readiness {

    /** Why commands should not be sent just now; empty when all is well. */
    Optional<String> notReady();
}
