package io.shiporskip.command.panel;

import io.shiporskip.command.text.PlainText;
import io.shiporskip.command.text.Texts;
import io.shiporskip.events.panel.Seat;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.verdict.Choice;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** The body that gives or revises a take; the seat is in the address. */
public record TakeRequest(
        @NotNull(message = REQUIRED) @Min(value = 0, message = SCORE) @Max(value = 100, message = SCORE) Integer score,

        @NotNull(message = REQUIRED) Choice verdict,

        @NotNull(message = REQUIRED) @PlainText(max = 4_000, lines = true)
        String take) {

    private static final String REQUIRED = "is required";
    private static final String SCORE = "must be a whole number from 0 to 100";

    /** The command of a request that has been found valid. */
    public SubmitPanelTake command(ToolId tool, Seat seat) {
        return new SubmitPanelTake(tool, seat, score, verdict, Texts.tidy(take));
    }
}
