/** The edge over a real embedded server, with a tiny controller behind it. */
@NullMarked
package io.shiporskip.edge;

import org.jspecify.annotations.NullMarked;
