/**
 * The verbs {@code log export} and {@code log import}: files, what is left of them when something is killed, and what is
 * told meanwhile. The format and its rules are the log's.
 */
@NullMarked
package io.shiporskip.standalone.transfer;

import org.jspecify.annotations.NullMarked;
