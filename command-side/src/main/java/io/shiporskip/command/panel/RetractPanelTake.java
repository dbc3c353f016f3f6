package io.shiporskip.command.panel;

import io.shiporskip.events.panel.Seat;
import io.shiporskip.events.tool.ToolId;

/** Take a seat's take back; the seat shows as empty again. */
public record RetractPanelTake(ToolId tool, Seat seat) implements PanelCommand {}
