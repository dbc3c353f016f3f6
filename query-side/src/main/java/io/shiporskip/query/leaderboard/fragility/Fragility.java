package io.shiporskip.query.leaderboard.fragility;

import java.util.List;

/**
 * How little would change what a board says of one tool.
 *
 * @param rank the fewest new ballots, and the smallest change of one score where there is any, after which the rank
 *     differs
 * @param communityVerdict the fewest new ballots after which the community's verdict differs
 * @param panelVerdict the fewest seats that change over after which the panel's verdict differs: neither ballots nor
 *     scores move it
 */
public record Fragility(List<Tipping> rank, Tipping communityVerdict, Tipping panelVerdict) {}
