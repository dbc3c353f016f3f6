/** Tests of the room of the same name. */
@NullMarked
package io.shiporskip.standalone.terminal;

import org.jspecify.annotations.NullMarked;
