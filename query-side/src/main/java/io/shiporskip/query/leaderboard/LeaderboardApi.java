package io.shiporskip.query.leaderboard;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.asking.Dated;
import io.shiporskip.query.asking.Reply;
import io.shiporskip.query.leaderboard.BoardQuestion.FragilityWanted;
import io.shiporskip.query.leaderboard.ranking.RankedBy;
import io.shiporskip.query.projecting.asof.AsOf;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rankings as JSON. */
@RestController
class LeaderboardApi {

    private final LeaderboardQueries leaderboards;

    LeaderboardApi(LeaderboardQueries leaderboards) {
        this.leaderboards = leaderboards;
    }

    @GetMapping("/api/leaderboards/{category}")
    ResponseEntity<Dated<LeaderboardView>> board(
            @PathVariable String category,
            @Parameter(
                            description = "The number tools are ranked by",
                            schema = @Schema(allowableValues = {"overall", "panel", "community", "trending"}))
                    @RequestParam(defaultValue = "overall")
                    String by,
            @Parameter(
                            description =
                                    "Whose votes count: all, or those last changed in the UTC week (from Monday), month or year of the position's time. The panel's takes count as they stand. Only all where by is trending",
                            schema = @Schema(allowableValues = {"all", "week", "month", "year"}))
                    @RequestParam(defaultValue = "all")
                    String window,
            @Parameter(
                            description =
                                    "Also says how little would change each rank and verdict; for boards of up to 1,000 tools, one at a time")
                    @RequestParam(defaultValue = "false")
                    boolean fragility,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            AsOf asOf,
            HttpServletRequest request) {
        RankedBy rankedBy = BoardParameters.by(by);
        FragilityWanted wanted = fragility ? FragilityWanted.YES : FragilityWanted.NO;
        var question = new BoardQuestion(
                category, rankedBy, BoardParameters.window(window, rankedBy), wanted, cursor, limit, asOf);
        return leaderboards
                .board(question)
                .map(answer -> Reply.shared(request, answer, asOf))
                .orElseThrow(() -> Problems.notFound("No tool is listed in the category '" + category + "'"));
    }
}
