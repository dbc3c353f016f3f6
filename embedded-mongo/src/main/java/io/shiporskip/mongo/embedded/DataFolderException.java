package io.shiporskip.mongo.embedded;

/** The data folder cannot be used; the message is one line, names the folder and is meant for a person. */
public final class DataFolderException extends RuntimeException {

    DataFolderException(String message) {
        super(message);
    }

    DataFolderException(String message, Throwable cause) {
        super(message, cause);
    }
}
