/**
 * Axon over the log: its event storage engine, its message source, its serializer with stable names, its upcasters and
 * ids that grow with time. The only room here that knows Axon.
 */
@NullMarked
package io.shiporskip.log.axon;

import org.jspecify.annotations.NullMarked;
