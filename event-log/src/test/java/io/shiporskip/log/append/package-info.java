@NullMarked
package io.shiporskip.log.append;

import org.jspecify.annotations.NullMarked;
