/**
 * What happened to a tool, newest first. Keeps positions only: what an event says is read from the log itself.
 */
@NullMarked
package io.shiporskip.query.history;

import org.jspecify.annotations.NullMarked;
