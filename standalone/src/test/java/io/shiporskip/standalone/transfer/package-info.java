/** Tests of the room of the same name. */
@NullMarked
package io.shiporskip.standalone.transfer;

import org.jspecify.annotations.NullMarked;
