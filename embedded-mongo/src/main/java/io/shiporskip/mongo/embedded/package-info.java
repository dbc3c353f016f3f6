/**
 * A MongoDB-compatible server inside the process: one data folder, durable before it answers, ordered indexes, reachable
 * on loopback by whoever holds the secret of this start. It knows nothing of votes or of the event log; what it serves is
 * documents. No driver and no framework may enter.
 */
@NullMarked
package io.shiporskip.mongo.embedded;

import org.jspecify.annotations.NullMarked;
