/** Voting in a real browser, with JavaScript and without. */
@NullMarked
package io.shiporskip.acceptance.voting;

import org.jspecify.annotations.NullMarked;
