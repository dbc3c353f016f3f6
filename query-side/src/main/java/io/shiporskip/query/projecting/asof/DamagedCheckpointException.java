package io.shiporskip.query.projecting.asof;

/** A checkpoint is not what its manifest says. It is passed over, taken away, and made again. */
final class DamagedCheckpointException extends RuntimeException {

    DamagedCheckpointException(String message) {
        super(message);
    }
}
