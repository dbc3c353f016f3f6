/**
 * The query side: projections fold the log into read models, queries answer from them, and pages show them. Nothing here
 * writes an event, and nothing here may see the command side's code.
 */
@NullMarked
package io.shiporskip.query;

import org.jspecify.annotations.NullMarked;
