package io.shiporskip.command.tool;

import io.shiporskip.events.tool.ToolId;

/** Change what the catalogue says of a tool, listed or withdrawn. */
public record ReviseToolDetails(ToolId tool, DetailsRevision revision) implements ToolCommand {}
