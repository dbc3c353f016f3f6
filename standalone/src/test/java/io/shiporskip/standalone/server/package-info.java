/** Tests of the room of the same name. */
@NullMarked
package io.shiporskip.standalone.server;

import org.jspecify.annotations.NullMarked;
