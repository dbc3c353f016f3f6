package io.shiporskip.edge;

/** Something an operator set, or left in the data folder, that the product cannot start with. The message is for them. */
public final class InvalidSettingException extends RuntimeException {

    public InvalidSettingException(String message) {
        super(message);
    }

    public InvalidSettingException(String message, Throwable cause) {
        super(message, cause);
    }
}
