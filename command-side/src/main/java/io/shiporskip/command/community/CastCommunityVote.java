package io.shiporskip.command.community;

import io.shiporskip.command.register.OnTools;
import io.shiporskip.events.community.VoterId;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.verdict.Choice;
import java.util.List;

/** Vote on a listed tool, or replace the vote one has. */
public record CastCommunityVote(ToolId tool, VoterId voter, Choice choice) implements BallotCommand, OnTools {

    @Override
    public List<ToolId> tools() {
        return List.of(tool);
    }

    /** Most voters vote once on a tool, and a blank ballot takes any vote. */
    @Override
    public boolean usuallyFirst() {
        return true;
    }
}
