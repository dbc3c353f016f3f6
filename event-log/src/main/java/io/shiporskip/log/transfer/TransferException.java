package io.shiporskip.log.transfer;

/** An export or import cannot go on, for a reason that lies in the log or in the file as a whole. */
public final class TransferException extends RuntimeException {

    public TransferException(String message) {
        super(message);
    }
}
