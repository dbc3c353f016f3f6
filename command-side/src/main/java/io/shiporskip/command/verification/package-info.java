/**
 * Checking, on an operator's word, that the log is what it was: its positions and its chain of hashes. Writes nothing.
 */
@NullMarked
package io.shiporskip.command.verification;

import org.jspecify.annotations.NullMarked;
