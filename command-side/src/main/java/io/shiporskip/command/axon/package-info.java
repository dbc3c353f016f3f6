/**
 * What ties the decisions to Axon Framework: the shell around a decider, the target of a command, and the store over the
 * log. The only room here that decides nothing; no rule of the domain may enter.
 */
@NullMarked
package io.shiporskip.command.axon;

import org.jspecify.annotations.NullMarked;
