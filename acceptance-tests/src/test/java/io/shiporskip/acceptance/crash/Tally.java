package io.shiporskip.acceptance.crash;

import tools.jackson.databind.JsonNode;

/** Ships and skips of one tool. */
record Tally(long ships, long skips) {

    static final Tally NONE = new Tally(0, 0);

    static Tally of(String choice) {
        return switch (choice) {
            case "ship" -> new Tally(1, 0);
            case "skip" -> new Tally(0, 1);
            default -> NONE;
        };
    }

    /** What a ballot event does to a tally. */
    static Tally effectOf(JsonNode payload) {
        Tally after = of(payload.required("countedAfter").stringValue());
        Tally before = of(payload.required("countedBefore").stringValue());
        return new Tally(after.ships - before.ships, after.skips - before.skips);
    }

    Tally plus(Tally other) {
        return new Tally(ships + other.ships, skips + other.skips);
    }
}
