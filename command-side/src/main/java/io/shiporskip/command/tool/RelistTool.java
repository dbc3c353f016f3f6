package io.shiporskip.command.tool;

import io.shiporskip.events.tool.ToolId;

/** Bring a withdrawn tool back as it was. */
public record RelistTool(ToolId tool) implements ToolCommand {}
