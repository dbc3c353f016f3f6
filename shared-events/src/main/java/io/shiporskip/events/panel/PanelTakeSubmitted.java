package io.shiporskip.events.panel;

import io.shiporskip.events.tool.ToolId;

/** A seat that had no take on a tool gave one. */
public record PanelTakeSubmitted(ToolId tool, Seat seat, PanelTake take) implements PanelEvent {}
