package io.shiporskip.command.tool;

import io.shiporskip.events.tool.Category;
import io.shiporskip.events.tool.ToolDetails;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a tool's details that are to change; an absent part stays as it is.
 *
 * @param website an empty text takes the website away
 */
public record DetailsRevision(
        @Nullable String name,
        @Nullable String tagline,
        @Nullable String description,
        @Nullable Category category,
        @Nullable String pricing,
        @Nullable String entryPrice,
        @Nullable String bestFor,
        @Nullable String website) {

    /** The details after this revision. */
    ToolDetails applyTo(ToolDetails before) {
        return new ToolDetails(
                or(name, before.name()),
                or(tagline, before.tagline()),
                or(description, before.description()),
                or(category, before.category()),
                or(pricing, before.pricing()),
                or(entryPrice, before.entryPrice()),
                or(bestFor, before.bestFor()),
                website == null ? before.website() : website.isEmpty() ? null : website,
                before.sample());
    }

    private static <T> T or(@Nullable T revised, T before) {
        return revised == null ? before : revised;
    }
}
