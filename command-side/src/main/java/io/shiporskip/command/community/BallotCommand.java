package io.shiporskip.command.community;

import io.shiporskip.command.Command;
import io.shiporskip.events.community.BallotEvent;
import io.shiporskip.events.community.VoterId;
import io.shiporskip.events.tool.ToolId;

/** What may be asked for about one voter's ballot on one tool. */
public sealed interface BallotCommand extends Command
        permits CastCommunityVote, WithdrawCommunityVote, InvalidateCommunityVote, RestoreCommunityVote {

    ToolId tool();

    VoterId voter();

    @Override
    default String stream() {
        return BallotEvent.streamOf(tool(), voter());
    }
}
