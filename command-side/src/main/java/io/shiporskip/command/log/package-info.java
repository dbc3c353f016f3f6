/**
 * The log as this side holds it: one connection, one appender, one reader. No decision and no address may enter.
 */
@NullMarked
package io.shiporskip.command.log;

import org.jspecify.annotations.NullMarked;
