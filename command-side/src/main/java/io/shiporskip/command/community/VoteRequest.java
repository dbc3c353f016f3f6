package io.shiporskip.command.community;

import io.shiporskip.events.verdict.Choice;
import jakarta.validation.constraints.NotNull;

/** The body that casts a vote or replaces it. */
record VoteRequest(
        @NotNull(message = "is required: ship or skip") Choice choice) {}
