/**
 * The meters of the process, as Prometheus reads them. Each side gives them out at an address of its own, to operators
 * alone; nothing is sent anywhere by itself.
 */
@NullMarked
package io.shiporskip.edge.metrics;

import org.jspecify.annotations.NullMarked;
