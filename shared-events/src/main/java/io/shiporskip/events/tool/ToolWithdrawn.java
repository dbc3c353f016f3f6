package io.shiporskip.events.tool;

/** A tool left the catalogue; its history stays, and it takes no more votes. */
public record ToolWithdrawn(ToolId tool) implements ToolEvent {}
