package io.shiporskip.events.panel;

import io.shiporskip.events.tool.ToolId;

/** A seat took its take back; the seat shows as empty again. */
public record PanelTakeRetracted(ToolId tool, Seat seat) implements PanelEvent {}
