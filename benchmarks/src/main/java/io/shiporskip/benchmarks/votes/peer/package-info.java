/**
 * The vote that one would write instead: a row a vote and a counter a tool, in one transaction of PostgreSQL. As good as it
 * gets without an event log; nothing of the product may enter.
 */
@NullMarked
package io.shiporskip.benchmarks.votes.peer;

import org.jspecify.annotations.NullMarked;
