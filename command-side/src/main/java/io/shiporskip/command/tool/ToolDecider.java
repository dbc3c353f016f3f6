package io.shiporskip.command.tool;

import io.shiporskip.command.Decider;
import io.shiporskip.command.Refusal;
import io.shiporskip.command.tool.ToolState.Listed;
import io.shiporskip.command.tool.ToolState.Unlisted;
import io.shiporskip.command.tool.ToolState.Withdrawn;
import io.shiporskip.events.tool.ToolDetails;
import io.shiporskip.events.tool.ToolDetailsRevised;
import io.shiporskip.events.tool.ToolEvent;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.tool.ToolListed;
import io.shiporskip.events.tool.ToolRelisted;
import io.shiporskip.events.tool.ToolWithdrawn;
import java.time.Instant;
import java.util.List;

/** How a tool enters the catalogue, changes, leaves and comes back. */
public final class ToolDecider implements Decider<ToolCommand, ToolState, ToolEvent> {

    @Override
    public ToolState initial() {
        return new Unlisted();
    }

    @Override
    public List<ToolEvent> decide(ToolState state, ToolCommand command) {
        return switch (command) {
            case ListTool list -> list(state, list);
            case ReviseToolDetails revise -> revise(state, revise);
            case WithdrawTool(ToolId tool) ->
                switch (state) {
                    case Unlisted _ -> throw unknown(tool);
                    case Listed _ -> List.of(new ToolWithdrawn(tool));
                    case Withdrawn _ -> List.of();
                };
            case RelistTool(ToolId tool) ->
                switch (state) {
                    case Unlisted _ -> throw unknown(tool);
                    case Listed _ -> List.of();
                    case Withdrawn _ -> List.of(new ToolRelisted(tool));
                };
        };
    }

    @Override
    public ToolState evolve(ToolState state, ToolEvent event, Instant at) {
        return switch (event) {
            case ToolListed listed -> new Listed(listed.details());
            case ToolDetailsRevised revised ->
                switch (state) {
                    case Unlisted _, Listed _ -> new Listed(revised.details());
                    case Withdrawn _ -> new Withdrawn(revised.details());
                };
            case ToolWithdrawn _ -> new Withdrawn(details(state, event.tool()));
            case ToolRelisted _ -> new Listed(details(state, event.tool()));
        };
    }

    private static List<ToolEvent> list(ToolState state, ListTool list) {
        return switch (state) {
            case Unlisted _ -> List.of(new ToolListed(list.tool(), list.details()));
            case Listed _, Withdrawn _ ->
                throw new Refusal(
                        Refusal.Reason.ALREADY_LISTED,
                        "The slug '" + list.tool() + "' belongs to a tool already; a slug is kept for ever");
        };
    }

    private static List<ToolEvent> revise(ToolState state, ReviseToolDetails revise) {
        ToolDetails before = details(state, revise.tool());
        ToolDetails after = revise.revision().applyTo(before);
        return after.equals(before) ? List.of() : List.of(new ToolDetailsRevised(revise.tool(), after));
    }

    private static ToolDetails details(ToolState state, ToolId tool) {
        return switch (state) {
            case Unlisted _ -> throw unknown(tool);
            case Listed(ToolDetails details) -> details;
            case Withdrawn(ToolDetails details) -> details;
        };
    }

    private static Refusal unknown(ToolId tool) {
        return new Refusal(Refusal.Reason.UNKNOWN_TOOL, "No tool is listed as '" + tool + "'");
    }
}
