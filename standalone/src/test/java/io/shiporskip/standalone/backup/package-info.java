/** Tests of the room of the same name. */
@NullMarked
package io.shiporskip.standalone.backup;

import org.jspecify.annotations.NullMarked;
