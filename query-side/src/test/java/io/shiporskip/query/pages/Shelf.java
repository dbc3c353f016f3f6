package io.shiporskip.query.pages;

import static io.shiporskip.events.panel.Seat.BUILDER;
import static io.shiporskip.events.panel.Seat.FOUNDER;
import static io.shiporskip.events.panel.Seat.FUTURIST;
import static io.shiporskip.events.panel.Seat.PM;
import static io.shiporskip.events.panel.Seat.SKEPTIC;
import static io.shiporskip.events.verdict.Choice.SHIP;
import static io.shiporskip.events.verdict.Choice.SKIP;

import io.shiporskip.events.panel.Seat;
import io.shiporskip.events.tool.Category;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.verdict.Choice;
import io.shiporskip.query.panel.TakeView;
import java.time.Instant;
import java.util.List;

/** The tools of the page tests: the two of the real comparison, and made-up ones in every state. */
final class Shelf {

    static final Category DEVELOPER = new Category("developer-tools", "Developer Tools");
    static final Category AGENTS = new Category("agents", "Agents and Automation");
    static final Category DATA = new Category("data", "Data");

    private static final Instant GIVEN = Instant.parse("2026-03-12T09:30:00Z");

    /** What is known of a tool before anybody votes here. */
    record Item(
            String slug,
            String name,
            String tagline,
            Category category,
            String pricing,
            String entryPrice,
            String bestFor,
            boolean withdrawn,
            List<TakeView> takes,
            long ships,
            long skips) {

        ToolId id() {
            return new ToolId(slug);
        }
    }

    private Shelf() {}

    static List<Item> items() {
        return List.of(
                new Item(
                        "smolvlm2-turbo",
                        "SmolVLM2 Turbo",
                        "A vision-language model that fits in a pocket",
                        DEVELOPER,
                        "Free / Open weights (Apache 2.0)",
                        "Free",
                        "Apps that must see without a server: a vision-language model under 2B parameters that runs on a phone",
                        false,
                        List.of(
                                take(BUILDER, 85, SHIP),
                                take(SKEPTIC, 78, SHIP),
                                take(FUTURIST, 82, SHIP),
                                take(FOUNDER, 72, SHIP)),
                        0,
                        0),
                new Item(
                        "vercel-ai-gateway-v0",
                        "Vercel AI Gateway (v0)",
                        "One endpoint in front of many models",
                        DEVELOPER,
                        "Included with Vercel Pro ($20/mo) and Enterprise (custom)",
                        "Paid",
                        "Teams already on v0 who want model fallback, rate limits and cost tracking without building them",
                        false,
                        List.of(
                                take(BUILDER, 82, SHIP),
                                take(SKEPTIC, 74, SHIP),
                                take(FOUNDER, 78, SHIP),
                                take(PM, 76, SHIP)),
                        0,
                        0),
                made(
                        "lanternfish",
                        "Lanternfish",
                        "Log search that answers in one screen",
                        DEVELOPER,
                        "From $9/mo",
                        SHIP,
                        88,
                        5,
                        12,
                        3),
                made(
                        "quillpad",
                        "Quillpad",
                        "Turns meeting notes into tickets",
                        AGENTS,
                        "Free trial",
                        SKIP,
                        41,
                        4,
                        210,
                        1204),
                made("brasskey", "Brasskey", "Secrets for small teams", DEVELOPER, "Free", SHIP, 91, 3, 12345, 678),
                made(
                        "tidewater-sync",
                        "Tidewater Sync",
                        "Moves tables between warehouses",
                        DATA,
                        "Usage-based",
                        SKIP,
                        55,
                        2,
                        40,
                        60),
                made("no-word-yet", "No Word Yet", "Just listed: nobody has judged it", DATA, "Free", SHIP, 0, 0, 0, 0),
                made("crowd-only", "Crowd Only", "No seat has judged it, people have", DATA, "Free", SHIP, 0, 0, 9, 9),
                made(
                        "the-extraordinarily-long-named-orchestration-platform",
                        "The Extraordinarily Long-Named Orchestration Platform for Distributed Agents",
                        "Schedules, retries, supervises, explains, bills and archives whatever your agents do while nobody is looking",
                        AGENTS,
                        "Included with Enterprise",
                        SHIP,
                        64,
                        4,
                        3,
                        1),
                made(
                        "escape-artist",
                        "<script>alert('tool')</script>",
                        "Tests <b>escaping</b> & \"quotes\"",
                        AGENTS,
                        "Free",
                        SKIP,
                        20,
                        1,
                        1,
                        0),
                new Item(
                        "split-decision",
                        "Split Decision",
                        "Two like it, two do not",
                        AGENTS,
                        "$12 a seat and month",
                        "Paid",
                        "People who enjoy an argument",
                        false,
                        List.of(
                                take(BUILDER, 80, SHIP),
                                take(SKEPTIC, 30, SKIP),
                                take(FOUNDER, 45, SKIP),
                                take(PM, 75, SHIP)),
                        7,
                        7),
                new Item(
                        "gone-fishing",
                        "Gone Fishing",
                        "Was here, is not any more",
                        DEVELOPER,
                        "Free",
                        "Free",
                        "Nobody now",
                        true,
                        List.of(take(BUILDER, 60, SHIP)),
                        4,
                        2));
    }

    private static Item made(
            String slug,
            String name,
            String tagline,
            Category category,
            String entryPrice,
            Choice choice,
            int score,
            int takes,
            long ships,
            long skips) {
        List<TakeView> given = List.of(Seat.values()).subList(0, takes).stream()
                .map(seat -> take(seat, score, choice))
                .toList();
        return new Item(
                slug,
                name,
                tagline,
                category,
                entryPrice + ", see the site",
                entryPrice,
                "Those who need it",
                false,
                given,
                ships,
                skips);
    }

    private static TakeView take(Seat seat, int score, Choice choice) {
        String text = choice == SHIP
                ? "It does one thing and does it well; the docs say where it stops. I would put it in front of users this week, and I know how to take it out again."
                : "The demo is better than the product. Failures are silent, the price is not, and what it saves today it costs next quarter.";
        return new TakeView(seat, score, choice, text, 1, GIVEN);
    }
}
