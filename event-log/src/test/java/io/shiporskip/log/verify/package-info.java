@NullMarked
package io.shiporskip.log.verify;

import org.jspecify.annotations.NullMarked;
