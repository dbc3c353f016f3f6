/**
 * The way a command takes from a request to the log and back: who asks, what they had seen, how often a lost race is run
 * again, and where the log stands afterwards. Decides nothing.
 */
@NullMarked
package io.shiporskip.command.dispatch;

import org.jspecify.annotations.NullMarked;
