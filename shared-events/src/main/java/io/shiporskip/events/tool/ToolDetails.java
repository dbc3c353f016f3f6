package io.shiporskip.events.tool;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says of a tool. Plain text throughout; a page escapes it.
 *
 * @param tagline one line under the name
 * @param pricing the price in words, such as {@code Free / Open weights (Apache 2.0)}
 * @param entryPrice the price to get in, in a word: {@code Free}, {@code Paid}
 * @param bestFor whom or what it suits best
 * @param website an http(s) address, absent when there is none
 * @param sample whether the tool was made up, or its takes were, to show the product; pages say so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ToolDetails(
        String name,
        String tagline,
        String description,
        Category category,
        String pricing,
        String entryPrice,
        String bestFor,
        @Nullable String website,
        boolean sample) {}
