package io.shiporskip.query.sample;

import io.shiporskip.query.community.CommunityProjection;
import io.shiporskip.query.comparison.ComparisonProjection;
import io.shiporskip.query.history.HistoryProjection;
import io.shiporskip.query.leaderboard.LeaderboardProjection;
import io.shiporskip.query.leaderboard.window.RecentVotesProjection;
import io.shiporskip.query.panel.PanelProjection;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.tool.CatalogueProjection;
import java.util.List;

/** Every projection of the product. */
public final class AllProjections {

    public static final List<Projection<?>> LIST = List.of(
            new CatalogueProjection(),
            new PanelProjection(),
            new CommunityProjection(),
            new ComparisonProjection(),
            new LeaderboardProjection(),
            new RecentVotesProjection(),
            new HistoryProjection());

    private AllProjections() {}
}
