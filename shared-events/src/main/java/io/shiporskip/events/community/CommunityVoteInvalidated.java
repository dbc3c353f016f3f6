package io.shiporskip.events.community;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.verdict.Counted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A ballot was set aside by a moderator or a rule, with the reason: it counts none until restored. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CommunityVoteInvalidated(
        ToolId tool,
        VoterId voter,
        Counted choice,
        Counted countedBefore,
        Counted countedAfter,
        @Nullable Instant previousTime,
        String reason)
        implements BallotEvent {}
