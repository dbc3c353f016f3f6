/** Tests of the room of the same name. */
@NullMarked
package io.shiporskip.edge.secrets;

import org.jspecify.annotations.NullMarked;
