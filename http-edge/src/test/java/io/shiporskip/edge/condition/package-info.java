/** Tests of the room of the same name. */
@NullMarked
package io.shiporskip.edge.condition;

import org.jspecify.annotations.NullMarked;
