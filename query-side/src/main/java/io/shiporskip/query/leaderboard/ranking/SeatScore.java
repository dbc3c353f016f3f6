package io.shiporskip.query.leaderboard.ranking;

import io.shiporskip.events.panel.Seat;
import io.shiporskip.events.verdict.Choice;

/** What one seat gave a tool; score 0..100. */
public record SeatScore(Seat seat, int score, Choice verdict) {}
