package io.shiporskip.query.tool;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.Answer;
import io.shiporskip.query.asking.Addressed;
import io.shiporskip.query.community.VoteForm;
import io.shiporskip.query.community.VoteForms;
import io.shiporskip.query.community.VoteLanding;
import io.shiporskip.query.projecting.asof.AsOf;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One tool: what it is, what the panel and the community say, and the visitor's own vote. */
@Controller
public class ToolPage {

    private final ToolQueries tools;
    private final VoteForms votes;
    private final VoteLanding landing;

    ToolPage(ToolQueries tools, VoteForms votes, VoteLanding landing) {
        this.tools = tools;
        this.votes = votes;
        this.landing = landing;
    }

    @GetMapping("/tools/{slug}")
    String tool(
            @PathVariable String slug,
            @RequestParam @Nullable String atLeast,
            @RequestParam @Nullable String problem,
            AsOf asOf,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        String notice = landing.arrive(atLeast, problem, response);
        Answer<ToolView> found = find(slug, asOf);
        ToolView tool = found.view();
        model.addAttribute("tool", tool);
        model.addAttribute("position", tool.position());
        model.addAttribute("notice", notice);
        model.addAttribute("changedAt", found.changedAt());
        if (asOf.past() == null) {
            model.addAttribute("vote", vote(tool, request, response));
        }
        return "tool/tool";
    }

    private VoteForm vote(ToolView tool, HttpServletRequest request, HttpServletResponse response) {
        VoteForms.OnPage forms = votes.on("/tools/" + tool.slug(), request, response);
        return tool.withdrawn() ? forms.withdrawn(tool.slug(), tool.name()) : forms.open(tool.slug(), tool.name());
    }

    private Answer<ToolView> find(String slug, AsOf asOf) {
        return tools.tool(Addressed.tool(slug), asOf).orElseThrow(() -> Problems.unknownTool(slug));
    }
}
