/**
 * Entity tags and the preconditions made of them. A tag is a position of the log, nothing else.
 */
@NullMarked
package io.shiporskip.edge.condition;

import org.jspecify.annotations.NullMarked;
