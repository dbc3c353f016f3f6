package io.shiporskip.command.tool;

import io.shiporskip.command.text.PlainText;
import io.shiporskip.command.text.Texts;
import io.shiporskip.command.text.WebAddress;
import io.shiporskip.events.tool.ToolDetails;
import io.shiporskip.events.tool.ToolId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The body that lists a tool. All texts are plain and kept without the space around them.
 *
 * @param category its name, such as {@code Developer Tools}; its address is derived from it
 * @param website optional
 * @param sample whether it is made up to show the product; optional, false without
 */
public record ListToolRequest(
        @NotNull(message = REQUIRED) @Pattern(
                regexp = ToolId.SHAPE,
                message = "must be lower-case words of a-z and 0-9 joined by '-', none of them 'vs'")
        @Size(max = ToolId.MAX_LENGTH, message = "must have at most {max} characters") String slug,

        @NotNull(message = REQUIRED) @PlainText(max = 80) String name,
        @NotNull(message = REQUIRED) @PlainText(max = 160) String tagline,

        @NotNull(message = REQUIRED) @PlainText(max = 4_000, lines = true)
        String description,

        @NotNull(message = REQUIRED) @PlainText(max = 60) @CategoryName
        String category,

        @NotNull(message = REQUIRED) @PlainText(max = 200) String pricing,
        @NotNull(message = REQUIRED) @PlainText(max = 24) String entryPrice,
        @NotNull(message = REQUIRED) @PlainText(max = 300) String bestFor,
        @WebAddress(max = 300) @Nullable String website,
        @Nullable Boolean sample) {

    private static final String REQUIRED = "is required";

    /** The command of a request that has been found valid. */
    public ListTool command() {
        return new ListTool(
                new ToolId(slug),
                new ToolDetails(
                        Texts.tidy(name),
                        Texts.tidy(tagline),
                        Texts.tidy(description),
                        Categories.named(category),
                        Texts.tidy(pricing),
                        Texts.tidy(entryPrice),
                        Texts.tidy(bestFor),
                        Texts.tidyOrNull(website),
                        sample != null && sample));
    }
}
