package io.shiporskip.command.text;

import org.jspecify.annotations.Nullable;

/** How a text that was sent is kept: without the space around it, and with one kind of line end. */
public final class Texts {

    private Texts() {}

    public static String tidy(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    public static @Nullable String tidyOrNull(@Nullable String text) {
        return text == null ? null : tidy(text);
    }
}
