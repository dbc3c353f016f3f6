package io.shiporskip.events.tool;

/** A withdrawn tool came back as it was. */
public record ToolRelisted(ToolId tool) implements ToolEvent {}
