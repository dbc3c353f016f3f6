package io.shiporskip.query.comparison;

import io.shiporskip.events.comparison.ComparisonId;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.query.leaderboard.LeaderboardEntry;
import io.shiporskip.query.leaderboard.LeaderboardQueries;
import io.shiporskip.query.leaderboard.ranking.RankedBy;
import io.shiporskip.query.projecting.asof.AsOf;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a visitor picks the two tools to see side by side; two good picks lead to their comparison. */
@Controller
public class ComparePage {

    /** As many tools as one board shows: the picker offers the best ranked of them. */
    private static final int OFFERED = 200;

    private static final int PUBLISHED = 50;

    private final LeaderboardQueries boards;
    private final ComparisonQueries comparisons;

    ComparePage(LeaderboardQueries boards, ComparisonQueries comparisons) {
        this.boards = boards;
        this.comparisons = comparisons;
    }

    @GetMapping("/compare")
    String compare(
            @RequestParam(defaultValue = "") String left,
            @RequestParam(defaultValue = "") String right,
            AsOf asOf,
            Model model) {
        ComparisonId pair = pair(left, right);
        if (pair != null) {
            AsOf.Position past = asOf.past();
            return "redirect:/compare/" + pair + (past == null ? "" : "?asOf=" + past.position());
        }
        model.addAttribute("left", left);
        model.addAttribute("right", right);
        List<LeaderboardEntry> tools = offered(asOf);
        model.addAttribute("tools", tools);
        model.addAttribute(
                "names", tools.stream().collect(Collectors.toMap(LeaderboardEntry::slug, LeaderboardEntry::name)));
        model.addAttribute("notice", right.isEmpty() ? "" : "Pick two different tools.");
        model.addAttribute("published", comparisons.published("", PUBLISHED, asOf));
        return "comparison/compare";
    }

    private static @Nullable ComparisonId pair(String left, String right) {
        boolean twoTools = ToolId.isSlug(left) && ToolId.isSlug(right) && !left.equals(right);
        return twoTools ? ComparisonId.of(new ToolId(left), new ToolId(right)) : null;
    }

    private List<LeaderboardEntry> offered(AsOf asOf) {
        return boards.board("all", RankedBy.OVERALL, null, OFFERED, asOf)
                .map(board -> board.view().entries().stream()
                        .sorted(Comparator.comparing(LeaderboardEntry::name, String.CASE_INSENSITIVE_ORDER)
                                .thenComparing(LeaderboardEntry::slug))
                        .toList())
                .orElse(List.of());
    }
}
