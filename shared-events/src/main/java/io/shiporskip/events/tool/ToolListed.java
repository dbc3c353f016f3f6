package io.shiporskip.events.tool;

/** A tool entered the catalogue, under a slug it keeps for ever. */
public record ToolListed(ToolId tool, ToolDetails details) implements ToolEvent {}
