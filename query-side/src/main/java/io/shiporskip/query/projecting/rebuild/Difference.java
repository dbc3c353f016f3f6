package io.shiporskip.query.projecting.rebuild;

import org.jspecify.annotations.Nullable;

/**
 * A document that is not the same in two generations.
 *
 * @param before in the live one, as JSON of {@value #LONGEST} characters at most; absent when it is not there
 * @param after in the filled one; likewise
 */
public record Difference(
        String id, @Nullable String before, @Nullable String after) {

    static final int LONGEST = 2_000;
}
