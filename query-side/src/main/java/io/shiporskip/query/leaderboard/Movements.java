package io.shiporskip.query.leaderboard;

import io.shiporskip.query.leaderboard.whatif.WhatIfEntry;
import java.util.Objects;

/** Says where a tool would go: as an arrow to see, in words to hear. The what-if page calls it {@code movements}. */
public final class Movements {

    /** As a style names it: {@code up}, {@code down}, {@code none}, or {@code joins} and {@code leaves} the ranks. */
    public String way(WhatIfEntry entry) {
        if (entry.movement() != null) {
            return entry.movement() > 0 ? "up" : entry.movement() < 0 ? "down" : "none";
        }
        if (entry.rank() == null && entry.was() == null) {
            return "none";
        }
        return entry.rank() == null ? "leaves" : "joins";
    }

    public String arrow(WhatIfEntry entry) {
        return switch (way(entry)) {
            case "up" -> "▲ " + places(entry);
            case "down" -> "▼ " + places(entry);
            case "joins" -> "▲ new";
            case "leaves" -> "▼ out";
            default -> "=";
        };
    }

    public String words(WhatIfEntry entry) {
        return switch (way(entry)) {
            case "up" -> "up " + places(entry);
            case "down" -> "down " + places(entry);
            case "joins" -> "ranked, and is not now";
            case "leaves" -> "no longer ranked";
            default -> "stays";
        };
    }

    /** Such as {@code was 4}. */
    public String was(WhatIfEntry entry) {
        return entry.was() == null ? "was unranked" : "was " + entry.was();
    }

    private static int places(WhatIfEntry entry) {
        return Math.abs(Objects.requireNonNull(entry.movement(), "a tool that moves"));
    }
}
