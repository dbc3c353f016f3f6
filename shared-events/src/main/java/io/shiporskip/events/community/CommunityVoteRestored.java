package io.shiporskip.events.community;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.verdict.Counted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A ballot that had been set aside counts again as its voter last chose. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CommunityVoteRestored(
        ToolId tool,
        VoterId voter,
        Counted choice,
        Counted countedBefore,
        Counted countedAfter,
        @Nullable Instant previousTime,
        String reason)
        implements BallotEvent {}
