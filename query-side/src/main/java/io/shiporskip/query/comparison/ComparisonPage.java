package io.shiporskip.query.comparison;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.events.comparison.ComparisonId;
import io.shiporskip.query.Answer;
import io.shiporskip.query.community.VoteForm;
import io.shiporskip.query.community.VoteForms;
import io.shiporskip.query.community.VoteLanding;
import io.shiporskip.query.projecting.asof.AsOf;
import io.shiporskip.query.tool.ToolView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Two tools side by side, at the one address the pair has; the other order leads there with its query kept. */
@Controller
public class ComparisonPage {

    private final ComparisonQueries comparisons;
    private final VoteForms votes;
    private final VoteLanding landing;

    ComparisonPage(ComparisonQueries comparisons, VoteForms votes, VoteLanding landing) {
        this.comparisons = comparisons;
        this.votes = votes;
        this.landing = landing;
    }

    @GetMapping("/compare/{pair}")
    Object comparison(
            @PathVariable String pair,
            @RequestParam @Nullable String atLeast,
            @RequestParam @Nullable String problem,
            AsOf asOf,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        ComparisonId id = parse(pair);
        String page = "/compare/" + id;
        if (!id.slug().equals(pair)) {
            String query = request.getQueryString();
            return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                    .header("Location", query == null ? page : page + "?" + query)
                    .build();
        }
        String notice = landing.arrive(atLeast, problem, response);
        Answer<ComparisonView> found = comparisons
                .comparison(id, asOf)
                .orElseThrow(() ->
                        Problems.notFound("One of the two tools is not listed. Their addresses may be misspelt."));
        ComparisonView comparison = found.view();
        model.addAttribute("comparison", comparison);
        model.addAttribute("position", comparison.position());
        model.addAttribute("notice", notice);
        model.addAttribute("changedAt", found.changedAt());
        VoteForms.OnPage forms = asOf.past() == null ? votes.on(page, request, response) : null;
        model.addAttribute("sides", List.of(side(comparison.left(), forms), side(comparison.right(), forms)));
        return "comparison/comparison";
    }

    private static ComparisonId parse(String pair) {
        try {
            return ComparisonId.parse(pair);
        } catch (IllegalArgumentException malformed) {
            throw Problems.notFound("A comparison is of two different tools: /compare/one-vs-other.");
        }
    }

    private static Side side(ToolView tool, VoteForms.@Nullable OnPage forms) {
        if (forms == null) {
            return new Side(tool, null);
        }
        return new Side(
                tool,
                tool.withdrawn() ? forms.withdrawn(tool.slug(), tool.name()) : forms.open(tool.slug(), tool.name()));
    }

    /**
     * One of the two tools.
     *
     * @param vote the visitor's, on it; null on a page of the past, where nobody votes
     */
    public record Side(ToolView tool, @Nullable VoteForm vote) {}
}
