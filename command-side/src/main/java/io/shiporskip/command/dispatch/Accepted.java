package io.shiporskip.command.dispatch;

/**
 * The answer to a command that was granted.
 *
 * @param position of the last event of the command's stream, whether this command wrote it or found all as it asked; the
 *     log's head when the stream is empty
 */
public record Accepted(long position) {}
