package io.shiporskip.command.panel;

import io.shiporskip.events.panel.Seat;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.verdict.Choice;

/**
 * Give a seat's take on a tool, or replace the one it has.
 *
 * @param score 0..100
 * @param text plain text, 1..4,000 characters
 */
public record SubmitPanelTake(ToolId tool, Seat seat, int score, Choice verdict, String text) implements PanelCommand {

    /** @throws IllegalArgumentException when the score is outside 0..100 */
    public SubmitPanelTake {
        if (score < 0 || score > 100) {
            throw new IllegalArgumentException("A score is a whole number from 0 to 100, not " + score);
        }
    }
}
