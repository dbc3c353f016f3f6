package io.shiporskip.standalone.terminal;

/** A verb cannot do what it was asked, and its operator can mend that. The message is one line for them. */
public final class OperatorException extends RuntimeException {

    public OperatorException(String message) {
        super(message);
    }
}
