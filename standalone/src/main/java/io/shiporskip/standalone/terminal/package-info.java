/**
 * What verbs print and how they end: answers to standard output, progress and refusals to standard error.
 */
@NullMarked
package io.shiporskip.standalone.terminal;

import org.jspecify.annotations.NullMarked;
