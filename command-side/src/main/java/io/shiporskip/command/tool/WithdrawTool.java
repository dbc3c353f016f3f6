package io.shiporskip.command.tool;

import io.shiporskip.events.tool.ToolId;

/** Take a tool out of the catalogue; its history stays. */
public record WithdrawTool(ToolId tool) implements ToolCommand {}
