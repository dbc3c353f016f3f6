package io.shiporskip.command.community;

import io.shiporskip.events.community.VoterId;
import io.shiporskip.events.tool.ToolId;

/**
 * Let a ballot that was set aside count again, as its voter last chose.
 *
 * @param reason why, in words fit for the public log
 */
public record RestoreCommunityVote(ToolId tool, VoterId voter, String reason) implements BallotCommand {}
