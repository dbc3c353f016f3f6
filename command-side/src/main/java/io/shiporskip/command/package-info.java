/**
 * Decisions: what someone asked for, weighed against what has happened, becomes what happens next. Nothing that only
 * shows may enter, and nothing here may see the query side.
 */
@NullMarked
package io.shiporskip.command;

import org.jspecify.annotations.NullMarked;
