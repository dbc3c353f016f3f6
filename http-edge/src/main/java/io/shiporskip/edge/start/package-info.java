/**
 * How a process starts and how it says that it cannot: one line for whoever operates it, a stack trace only for a fault
 * of ours.
 */
@NullMarked
package io.shiporskip.edge.start;

import org.jspecify.annotations.NullMarked;
