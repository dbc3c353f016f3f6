package io.shiporskip.command.community;

import io.shiporskip.events.verdict.Counted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One voter's ballot on one tool.
 *
 * @param choice what the voter wants; none before the first vote and after a withdrawal
 * @param setAside whether a moderator or a rule has set it aside
 * @param changedAt when it last changed; absent as long as nothing has happened to it
 */
public record BallotState(
        Counted choice, boolean setAside, @Nullable Instant changedAt) {

    static final BallotState BLANK = new BallotState(Counted.NONE, false, null);

    /** How the ballot counts in the tally. */
    Counted counted() {
        return countedFor(choice);
    }

    /** How the ballot would count if its voter chose so. */
    Counted countedFor(Counted wanted) {
        return setAside ? Counted.NONE : wanted;
    }
}
