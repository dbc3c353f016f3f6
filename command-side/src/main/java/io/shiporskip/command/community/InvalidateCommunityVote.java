package io.shiporskip.command.community;

import io.shiporskip.events.community.VoterId;
import io.shiporskip.events.tool.ToolId;

/**
 * Set a ballot aside: it counts none, whatever its voter does, until it is restored.
 *
 * @param reason why, in words fit for the public log
 */
public record InvalidateCommunityVote(ToolId tool, VoterId voter, String reason) implements BallotCommand {}
