package io.shiporskip.query.leaderboard;

import io.shiporskip.edge.problem.FieldProblem;
import io.shiporskip.edge.problem.ProblemException;
import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.Answer;
import io.shiporskip.query.leaderboard.BoardQuestion.FragilityWanted;
import io.shiporskip.query.leaderboard.ranking.RankedBy;
import io.shiporskip.query.leaderboard.whatif.WhatIf;
import io.shiporskip.query.leaderboard.whatif.WhatIfForm;
import io.shiporskip.query.leaderboard.window.Window;
import io.shiporskip.query.projecting.asof.AsOf;
import io.shiporskip.query.tool.ToolQueries;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** A plain form for a board that might be, and where each tool would go. What was written wrong is said at its field. */
@Controller
public class WhatIfPage {

    private static final int ENTRIES = 100;

    private final WhatIfQueries whatIfs;
    private final ToolQueries tools;

    WhatIfPage(WhatIfQueries whatIfs, ToolQueries tools) {
        this.whatIfs = whatIfs;
        this.tools = tools;
    }

    @GetMapping("/what-if")
    String whatIf(
            @RequestParam(defaultValue = "all") String category,
            @RequestParam(defaultValue = "overall") String by,
            @RequestParam(defaultValue = "all") String window,
            WhatIfForm form,
            @RequestParam @Nullable String cursor,
            AsOf asOf,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        RankedBy rankedBy = BoardParameters.by(by);
        // The form's own fields can be combined so: trending has no window.
        Window counted = rankedBy == RankedBy.TRENDING ? Window.ALL : BoardParameters.window(window, rankedBy);
        List<FieldProblem> problems = new ArrayList<>();
        WhatIf whatIf = form.read(problems);
        var question = new BoardQuestion(category, rankedBy, counted, FragilityWanted.NO, cursor, ENTRIES, asOf);
        WhatIfView board = problems.isEmpty() ? board(question, whatIf, problems) : null;
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        response.setHeader("Cache-Control", "no-cache");
        model.addAttribute("notice", problems.isEmpty() ? "" : "Nothing was worked out: look at the fields below.");
        model.addAttribute(
                "wrong",
                problems.stream().collect(Collectors.toMap(FieldProblem::field, FieldProblem::message, (a, b) -> a)));
        model.addAttribute("category", category);
        model.addAttribute("by", by);
        model.addAttribute("window", counted == Window.ALL ? "all" : window);
        model.addAttribute("windows", BoardWording.WINDOWS);
        model.addAttribute("categories", tools.categories(asOf));
        model.addAttribute("form", form);
        model.addAttribute("fields", WhatIfField.of(form));
        model.addAttribute("movements", new Movements());
        model.addAttribute("board", board);
        model.addAttribute("nextPage", next(board, request));
        model.addAttribute("position", board == null ? null : board.position());
        return "leaderboard/what-if";
    }

    /** A problem with one of the fields is shown there; any other is a page of its own. */
    private @Nullable WhatIfView board(BoardQuestion question, WhatIf whatIf, List<FieldProblem> problems) {
        try {
            return whatIfs.board(question, whatIf)
                    .map(Answer::view)
                    .orElseThrow(() -> Problems.notFound("No tool is listed in a category of this name"));
        } catch (ProblemException refused) {
            if (refused.errors().stream().noneMatch(error -> error.field().equals("withoutDay"))) {
                throw refused;
            }
            problems.addAll(refused.errors());
            return null;
        }
    }

    private static @Nullable String next(@Nullable WhatIfView board, HttpServletRequest request) {
        if (board == null || board.next() == null) {
            return null;
        }
        var page = UriComponentsBuilder.fromPath("/what-if");
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("cursor")) {
                page.queryParam(name, (Object[]) values);
            }
        });
        return page.queryParam("cursor", board.next()).encode().toUriString();
    }
}
