package io.shiporskip.events.panel;

import io.shiporskip.events.tool.ToolId;

/** A seat replaced its take on a tool. */
public record PanelTakeRevised(ToolId tool, Seat seat, PanelTake take) implements PanelEvent {}
