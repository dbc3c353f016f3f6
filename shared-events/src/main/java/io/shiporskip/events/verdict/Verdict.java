package io.shiporskip.events.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a count of ships and skips says, for the panel and for the community alike. */
public enum Verdict {
    @JsonProperty("ship")
    SHIP,
    @JsonProperty("skip")
    SKIP,
    @JsonProperty("split")
    SPLIT,
    @JsonProperty("none")
    NONE;

    /**
     * Ship when ships lead, skip when skips lead, split on a tie, none when nobody has spoken.
     *
     * @param ships how many said ship, 0 or more
     * @param skips how many said skip, 0 or more
     */
    public static Verdict of(long ships, long skips) {
        if (ships == 0 && skips == 0) {
            return NONE;
        }
        if (ships == skips) {
            return SPLIT;
        }
        return ships > skips ? SHIP : SKIP;
    }
}
