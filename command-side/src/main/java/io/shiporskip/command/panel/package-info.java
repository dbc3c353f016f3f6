/**
 * The panel's review of a tool: seats give, revise and retract takes, and the verdict follows. Knows nothing of votes.
 */
@NullMarked
package io.shiporskip.command.panel;

import org.jspecify.annotations.NullMarked;
