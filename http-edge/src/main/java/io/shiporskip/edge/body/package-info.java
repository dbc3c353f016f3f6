/**
 * The bound on what a request may send.
 */
@NullMarked
package io.shiporskip.edge.body;

import org.jspecify.annotations.NullMarked;
