package io.shiporskip.query.leaderboard;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.asking.Dated;
import io.shiporskip.query.asking.Reply;
import io.shiporskip.query.projecting.asof.AsOf;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
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
            @RequestParam(defaultValue = "overall")
                    @Pattern(regexp = "overall|panel|community", message = "must be overall, panel or community") String by,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            AsOf asOf,
            HttpServletRequest request) {
        return leaderboards
                .board(category, RankedBy.valueOf(by.toUpperCase(Locale.ROOT)), cursor, limit, asOf)
                .map(answer -> Reply.shared(request, answer, asOf))
                .orElseThrow(() -> Problems.notFound("No tool is listed in the category '" + category + "'"));
    }
}
