package io.shiporskip.query.sample;

import io.shiporskip.events.DomainEvent;
import io.shiporskip.events.community.CommunityVoteCast;
import io.shiporskip.events.community.VoterId;
import io.shiporskip.events.comparison.ComparisonId;
import io.shiporskip.events.comparison.ComparisonPublished;
import io.shiporskip.events.panel.PanelTake;
import io.shiporskip.events.panel.PanelTakeSubmitted;
import io.shiporskip.events.panel.Seat;
import io.shiporskip.events.tool.Category;
import io.shiporskip.events.tool.ToolDetails;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.tool.ToolListed;
import io.shiporskip.events.verdict.Choice;
import io.shiporskip.events.verdict.Counted;
import java.util.List;

/** The two tools of the first comparison, with their panel's takes: 2 listings, 8 takes, 1 comparison. */
public final class TwoTools {

    public static final ToolId SMOL = new ToolId("smolvlm2-turbo");
    public static final ToolId GATEWAY = new ToolId("vercel-ai-gateway-v0");

    public static final List<DomainEvent> EVENTS = List.of(
            listed(SMOL, "SmolVLM2 Turbo", "Free / Open weights (Apache 2.0)", "Free"),
            listed(
                    GATEWAY,
                    "Vercel AI Gateway (v0)",
                    "Included with Vercel Pro ($20/mo) and Enterprise (custom)",
                    "Paid"),
            take(SMOL, Seat.BUILDER, 85),
            take(SMOL, Seat.SKEPTIC, 78),
            take(SMOL, Seat.FUTURIST, 82),
            take(SMOL, Seat.FOUNDER, 72),
            take(GATEWAY, Seat.BUILDER, 82),
            take(GATEWAY, Seat.SKEPTIC, 74),
            take(GATEWAY, Seat.FOUNDER, 78),
            take(GATEWAY, Seat.PM, 76),
            new ComparisonPublished(ComparisonId.of(SMOL, GATEWAY)));

    private TwoTools() {}

    public static DomainEvent ship(ToolId tool, int voter) {
        return new CommunityVoteCast(
                tool, new VoterId("%032x".formatted(voter)), Counted.SHIP, Counted.NONE, Counted.SHIP, null);
    }

    private static ToolListed listed(ToolId tool, String name, String pricing, String entry) {
        return new ToolListed(
                tool,
                new ToolDetails(
                        name,
                        "A tagline",
                        "A description",
                        new Category("developer-tools", "Developer Tools"),
                        pricing,
                        entry,
                        "tests",
                        null,
                        true));
    }

    private static PanelTakeSubmitted take(ToolId tool, Seat seat, int score) {
        return new PanelTakeSubmitted(tool, seat, new PanelTake(score, Choice.SHIP, "Because it runs.", 1));
    }
}
