@NullMarked
package io.shiporskip.log.transfer;

import org.jspecify.annotations.NullMarked;
