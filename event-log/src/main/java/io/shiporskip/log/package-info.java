/**
 * The words of the event log: what an event looks like once it is stored, where the log ends, and the signal that it
 * grew. Knows nothing of votes, and nothing of Spring.
 */
@NullMarked
package io.shiporskip.log;

import org.jspecify.annotations.NullMarked;
