package io.shiporskip.command.tool;

import io.shiporskip.events.tool.ToolDetails;

/** Where a slug stands in the catalogue. */
public sealed interface ToolState {

    /** Nobody has taken the slug yet. */
    record Unlisted() implements ToolState {}

    /** In the catalogue. */
    record Listed(ToolDetails details) implements ToolState {}

    /** Taken out of the catalogue; the slug stays taken. */
    record Withdrawn(ToolDetails details) implements ToolState {}
}
