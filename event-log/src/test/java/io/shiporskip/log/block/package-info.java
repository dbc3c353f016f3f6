@NullMarked
package io.shiporskip.log.block;

import org.jspecify.annotations.NullMarked;
