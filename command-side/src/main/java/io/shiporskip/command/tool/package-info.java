/**
 * A tool's entry in the catalogue: listing, revising, withdrawing and relisting it. Knows nothing of takes or votes.
 */
@NullMarked
package io.shiporskip.command.tool;

import org.jspecify.annotations.NullMarked;
