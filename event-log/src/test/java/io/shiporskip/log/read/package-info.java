@NullMarked
package io.shiporskip.log.read;

import org.jspecify.annotations.NullMarked;
