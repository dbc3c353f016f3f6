package io.shiporskip.query.ballot;

import io.shiporskip.events.verdict.Counted;

/**
 * One voter's ballot on one tool, as stored.
 *
 * @param choice what the voter wants; none when withdrawn
 * @param counted how it counts; none while it is withdrawn or set aside
 */
public record Ballot(Counted choice, Counted counted) {}
