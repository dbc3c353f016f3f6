package io.shiporskip.events.community;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.verdict.Counted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A voter took their vote back. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CommunityVoteWithdrawn(
        ToolId tool,
        VoterId voter,
        Counted choice,
        Counted countedBefore,
        Counted countedAfter,
        @Nullable Instant previousTime)
        implements BallotEvent {}
