/**
 * Tools and the categories they are listed in. Knows nothing of verdicts or votes.
 */
@NullMarked
package io.shiporskip.events.tool;

import org.jspecify.annotations.NullMarked;
