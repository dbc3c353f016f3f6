package io.shiporskip.events.panel;

import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.verdict.Verdict;

/**
 * The takes on a tool now add up to another verdict. Written in one commit with the take that tipped it.
 *
 * @param ships takes that say ship, after it
 * @param skips takes that say skip, after it
 */
public record PanelVerdictChanged(ToolId tool, Verdict before, Verdict after, int ships, int skips)
        implements PanelEvent {}
