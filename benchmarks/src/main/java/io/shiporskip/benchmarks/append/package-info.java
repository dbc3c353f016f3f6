/**
 * {@code bench append}: the event log beside Axon's stock engine for MongoDB and beside plain inserts, on one server.
 * Knows votes only as events to write.
 */
@NullMarked
package io.shiporskip.benchmarks.append;

import org.jspecify.annotations.NullMarked;
