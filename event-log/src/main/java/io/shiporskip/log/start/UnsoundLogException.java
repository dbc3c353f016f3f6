package io.shiporskip.log.start;

/** The log is not one to append to. The message is one line that says what is wrong and where. */
public final class UnsoundLogException extends RuntimeException {

    UnsoundLogException(String message) {
        super(message);
    }
}
