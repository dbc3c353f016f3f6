package io.shiporskip.query.tool;

import io.shiporskip.events.tool.ToolDetails;

/**
 * One tool in the catalogue, as stored.
 *
 * @param listedAt position of the event that listed it
 */
public record CatalogueEntry(String slug, ToolDetails details, boolean withdrawn, long listedAt) {}
