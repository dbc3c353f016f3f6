package io.shiporskip.command.community;

import io.shiporskip.command.register.OnTools;
import io.shiporskip.events.community.VoterId;
import io.shiporskip.events.tool.ToolId;
import java.util.List;

/** Take one's vote on a listed tool back. */
public record WithdrawCommunityVote(ToolId tool, VoterId voter) implements BallotCommand, OnTools {

    @Override
    public List<ToolId> tools() {
        return List.of(tool);
    }
}
