/**
 * A long log with what a site's log has: many tools, votes, changes of mind, withdrawals, takes. Written straight through
 * the appender; its events follow one another as decisions would have them.
 */
@NullMarked
package io.shiporskip.benchmarks.mix;

import org.jspecify.annotations.NullMarked;
