package io.shiporskip.command.log;

/** A setting that nobody can start with; its message is one line that says which and what to give instead. */
public final class SettingException extends RuntimeException {

    public SettingException(String message) {
        super(message);
    }
}
