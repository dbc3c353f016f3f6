package io.shiporskip.benchmarks.process;

/** A peer's program is not on this machine; the message says what to install. */
public final class NotInstalledException extends RuntimeException {

    NotInstalledException(String message) {
        super(message);
    }
}
