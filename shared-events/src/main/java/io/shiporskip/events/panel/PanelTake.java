package io.shiporskip.events.panel;

import io.shiporskip.events.verdict.Choice;

/**
 * One seat's reasoned opinion of a tool.
 *
 * @param score 0..100
 * @param verdict ship or skip; free of the score
 * @param text the reasoning, plain text
 * @param revision how many times this seat has spoken on this tool, from 1; a retraction does not start it over
 */
public record PanelTake(int score, Choice verdict, String text, int revision) {}
