package io.shiporskip.command.tool;

import io.shiporskip.command.text.PlainText;
import io.shiporskip.command.text.Texts;
import io.shiporskip.command.text.WebAddress;
import io.shiporskip.events.tool.ToolId;
import org.jspecify.annotations.Nullable;

/**
 * The body that changes what the catalogue says of a tool: what it leaves out stays as it is.
 *
 * @param website an empty text takes it away
 */
record ReviseToolRequest(
        @PlainText(max = 80) @Nullable String name,
        @PlainText(max = 160) @Nullable String tagline,
        @PlainText(max = 4_000, lines = true) @Nullable String description,
        @PlainText(max = 60) @CategoryName @Nullable String category,
        @PlainText(max = 200) @Nullable String pricing,
        @PlainText(max = 24) @Nullable String entryPrice,
        @PlainText(max = 300) @Nullable String bestFor,
        @WebAddress(max = 300, orEmpty = true) @Nullable String website) {

    ReviseToolDetails command(ToolId tool) {
        return new ReviseToolDetails(
                tool,
                new DetailsRevision(
                        Texts.tidyOrNull(name),
                        Texts.tidyOrNull(tagline),
                        Texts.tidyOrNull(description),
                        category == null ? null : Categories.named(category),
                        Texts.tidyOrNull(pricing),
                        Texts.tidyOrNull(entryPrice),
                        Texts.tidyOrNull(bestFor),
                        Texts.tidyOrNull(website)));
    }
}
