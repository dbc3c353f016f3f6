@NullMarked
package io.shiporskip.log.start;

import org.jspecify.annotations.NullMarked;
