package io.shiporskip.command;

import java.time.Instant;
import java.util.List;

/**
 * The pure heart of a feature: what a command means, given the past. No clock, no randomness, no input or output;
 * whatever is decided once is decided the same for ever.
 *
 * @param <C> the commands of the feature
 * @param <S> what of the past matters to them
 * @param <E> the events that tell it
 */
public interface Decider<C, S, E> {

    /** The state of a stream to which nothing has happened yet. */
    S initial();

    /**
     * What happens because of a command; nothing when things already are as it asks.
     *
     * @throws Refusal when the command cannot be granted in this state
     */
    List<E> decide(S state, C command);

    /**
     * The state after one more event.
     *
     * @param at when the event happened
     */
    S evolve(S state, E event, Instant at);
}
