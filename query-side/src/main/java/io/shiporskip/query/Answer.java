package io.shiporskip.query;

/**
 * What a query found.
 *
 * @param view what is shown
 * @param changedAt position of the last event that changed what is shown: its ETag
 */
public record Answer<T>(T view, long changedAt) {}
