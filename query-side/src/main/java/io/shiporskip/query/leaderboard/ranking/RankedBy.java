package io.shiporskip.query.leaderboard.ranking;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The number a leaderboard is sorted by. */
public enum RankedBy {
    @JsonProperty("overall")
    OVERALL,
    @JsonProperty("panel")
    PANEL,
    @JsonProperty("community")
    COMMUNITY,
    /** Fresh votes, each the lighter the older. */
    @JsonProperty("trending")
    TRENDING
}
