/**
 * Which comparisons are published. Any two tools can be compared; this only keeps the list worth reading.
 */
@NullMarked
package io.shiporskip.command.comparison;

import org.jspecify.annotations.NullMarked;
