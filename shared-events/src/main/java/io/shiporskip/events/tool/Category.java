package io.shiporskip.events.tool;

/**
 * What kind of tool it is; each category has a leaderboard.
 *
 * @param slug the category's address, of the same shape as a tool's
 * @param name how it is shown, such as {@code Developer Tools}
 */
public record Category(String slug, String name) {}
