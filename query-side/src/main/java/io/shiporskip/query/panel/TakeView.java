package io.shiporskip.query.panel;

import io.shiporskip.events.panel.Seat;
import io.shiporskip.events.verdict.Choice;
import java.time.Instant;

/**
 * One seat's take as shown.
 *
 * @param score 0..100
 * @param take the reasoning, plain text
 * @param revision how many times the seat has spoken on this tool, from 1
 * @param at when it was given
 */
public record TakeView(Seat seat, int score, Choice verdict, String take, int revision, Instant at) {}
