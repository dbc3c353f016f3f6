/** Tests of the room of the same name. */
@NullMarked
package io.shiporskip.edge.form;

import org.jspecify.annotations.NullMarked;
