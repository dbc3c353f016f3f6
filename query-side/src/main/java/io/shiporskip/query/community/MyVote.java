package io.shiporskip.query.community;

import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.verdict.Choice;
import org.jspecify.annotations.Nullable;

/**
 * The visitor's own vote on a tool.
 *
 * @param choice what stands; null when there is no vote, or it was withdrawn
 * @param position how far the model had folded
 */
public record MyVote(ToolId tool, @Nullable Choice choice, long position) {}
