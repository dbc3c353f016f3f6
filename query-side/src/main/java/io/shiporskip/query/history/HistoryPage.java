package io.shiporskip.query.history;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.query.Answer;
import io.shiporskip.query.asking.Addressed;
import io.shiporskip.query.projecting.asof.AsOf;
import io.shiporskip.query.tool.ToolQueries;
import io.shiporskip.query.tool.ToolView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What happened to a tool, newest first; each event leads to the tool's page as it stood then. */
@Controller
public class HistoryPage {

    private final HistoryQueries histories;
    private final ToolQueries tools;

    HistoryPage(HistoryQueries histories, ToolQueries tools) {
        this.histories = histories;
        this.tools = tools;
    }

    @GetMapping("/tools/{slug}/history")
    String history(@PathVariable String slug, @RequestParam @Nullable String cursor, AsOf asOf, Model model) {
        ToolId id = Addressed.tool(slug);
        ToolView tool = tools.tool(id, asOf)
                .orElseThrow(() -> Problems.unknownTool(slug))
                .view();
        Answer<HistoryView> history = histories.history(id, cursor, HistoryQueries.MOST, asOf);
        model.addAttribute("tool", tool);
        model.addAttribute("history", history.view());
        model.addAttribute("later", cursor != null);
        model.addAttribute("position", history.position());
        model.addAttribute("changedAt", cursor == null ? history.changedAt() : 0);
        return "history/history";
    }
}
