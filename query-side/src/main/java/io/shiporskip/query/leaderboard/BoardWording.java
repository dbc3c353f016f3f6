package io.shiporskip.query.leaderboard;

import io.shiporskip.events.panel.Seat;
import io.shiporskip.events.verdict.Choice;
import io.shiporskip.events.verdict.Verdict;
import io.shiporskip.query.leaderboard.fragility.Tipping;
import io.shiporskip.query.web.Wording;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Says in words how fragile a rank or a verdict is; the board's template calls it {@code fragile}. */
public final class BoardWording {

    static final Map<String, String> WINDOWS = windowNames();

    private final Wording say = new Wording();
    private final Map<String, String> names;

    /** @param board whose tools are called by their names; any other by its slug */
    public BoardWording(LeaderboardView board) {
        names = board.entries().stream()
                .collect(Collectors.toMap(entry -> entry.slug().slug(), LeaderboardEntry::name));
    }

    /** The windows in words, by their names in an address. */
    public Map<String, String> windows() {
        return WINDOWS;
    }

    /** Such as {@code 3 more skips on Lanternfish would change this rank}. */
    public String rank(Tipping tipping, LeaderboardEntry entry) {
        String slug = entry.slug().slug();
        return switch (tipping.kind()) {
            case BALLOTS ->
                tipping.moreThan() == null
                        ? "%s on %s would change this rank".formatted(ballots(tipping), name(tipping, slug))
                        : "Not even %s more votes of one kind would change this rank"
                                .formatted(say.count(tipping.moreThan()));
            case SCORE -> "%s on %s would change it".formatted(score(tipping), name(tipping, slug));
            case SEATS -> throw new IllegalArgumentException("no seat's verdict changes a rank");
        };
    }

    /** Such as {@code 12 more skips would change the community’s verdict}. */
    public String community(Tipping tipping) {
        return ballots(tipping) + " would change the community’s verdict";
    }

    /** Such as {@code 2 seats that turn to skip would change the panel’s verdict}. */
    public String panel(Tipping tipping, LeaderboardEntry entry) {
        if (entry.panelVerdict() == Verdict.NONE) {
            return "The first take would give the panel a verdict";
        }
        int seats = Objects.requireNonNull(tipping.seats());
        return "%d %s to %s would change the panel’s verdict"
                .formatted(seats, seats == 1 ? "seat that turns" : "seats that turn", say.word(choice(tipping)));
    }

    private static Map<String, String> windowNames() {
        var names = new LinkedHashMap<String, String>();
        names.put("all", "All time");
        names.put("week", "This week");
        names.put("month", "This month");
        names.put("year", "This year");
        return Collections.unmodifiableMap(names);
    }

    private String ballots(Tipping tipping) {
        long ballots = Objects.requireNonNull(tipping.ballots());
        return say.count(ballots) + " more " + say.word(choice(tipping)) + (ballots == 1 ? "" : "s");
    }

    private String score(Tipping tipping) {
        int change = Objects.requireNonNull(tipping.change());
        Seat seat = Objects.requireNonNull(tipping.seat());
        int points = Math.abs(change);
        return "%d %s %s from the %s"
                .formatted(points, points == 1 ? "point" : "points", change > 0 ? "more" : "less", say.seat(seat));
    }

    private String name(Tipping tipping, String here) {
        String slug = Objects.requireNonNull(tipping.tool());
        return slug.equals(here) ? "this tool" : names.getOrDefault(slug, slug);
    }

    private static Choice choice(Tipping tipping) {
        return Objects.requireNonNull(tipping.choice());
    }
}
