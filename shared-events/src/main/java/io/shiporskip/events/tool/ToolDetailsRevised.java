package io.shiporskip.events.tool;

/** What the catalogue says of a tool was replaced, whole. */
public record ToolDetailsRevised(ToolId tool, ToolDetails details) implements ToolEvent {}
