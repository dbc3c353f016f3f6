package io.shiporskip.query.leaderboard;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.Answer;
import io.shiporskip.query.community.VoteLanding;
import io.shiporskip.query.leaderboard.BoardQuestion.FragilityWanted;
import io.shiporskip.query.leaderboard.ranking.RankedBy;
import io.shiporskip.query.projecting.asof.AsOf;
import io.shiporskip.query.tool.ToolQueries;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The home page: a leaderboard of all tools or of one category, page by page, by any of the three numbers. */
@Controller
public class LeaderboardPage {

    private static final int ENTRIES = 50;

    private final LeaderboardQueries boards;
    private final ToolQueries tools;
    private final VoteLanding landing;

    LeaderboardPage(LeaderboardQueries boards, ToolQueries tools, VoteLanding landing) {
        this.boards = boards;
        this.tools = tools;
        this.landing = landing;
    }

    @GetMapping("/")
    String board(
            @RequestParam(defaultValue = "all") String category,
            @RequestParam(defaultValue = "overall") String by,
            @RequestParam(defaultValue = "all") String window,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable String atLeast,
            @RequestParam @Nullable String problem,
            AsOf asOf,
            Model model,
            HttpServletResponse response) {
        String notice = landing.arrive(atLeast, problem, response);
        RankedBy rankedBy = BoardParameters.by(by);
        var question = new BoardQuestion(
                category,
                rankedBy,
                BoardParameters.window(window, rankedBy),
                FragilityWanted.IF_CHEAP,
                cursor,
                ENTRIES,
                asOf);
        Answer<LeaderboardView> found = boards.board(question).orElseGet(() -> empty(category, rankedBy));
        LeaderboardView board = found.view();
        response.setHeader("Cache-Control", "no-cache");
        model.addAttribute("notice", notice);
        model.addAttribute("board", board);
        model.addAttribute("by", by);
        model.addAttribute("window", window);
        model.addAttribute("fragile", new BoardWording(board));
        model.addAttribute("categories", tools.categories(asOf));
        model.addAttribute("later", cursor != null);
        model.addAttribute("position", board.position());
        model.addAttribute("changedAt", found.changedAt());
        return "leaderboard/board";
    }

    /** A site without a tool yet has a board all the same; a category without one does not exist. */
    private static Answer<LeaderboardView> empty(String category, RankedBy by) {
        if (category.equals("all")) {
            return new Answer<>(new LeaderboardView(category, by, 1, List.of(), 0, null), 0);
        }
        throw Problems.notFound("No tool is listed in a category of this name");
    }
}
