package io.shiporskip.command.tool;

import io.shiporskip.events.tool.ToolDetails;
import io.shiporskip.events.tool.ToolId;

/** Enter a tool in the catalogue, under a slug that it keeps for ever. */
public record ListTool(ToolId tool, ToolDetails details) implements ToolCommand {}
