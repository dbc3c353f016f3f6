package io.shiporskip.query.leaderboard;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The number a leaderboard is sorted by. */
public enum RankedBy {
    @JsonProperty("overall")
    OVERALL,
    @JsonProperty("panel")
    PANEL,
    @JsonProperty("community")
    COMMUNITY
}
