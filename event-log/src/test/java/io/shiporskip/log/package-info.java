@NullMarked
package io.shiporskip.log;

import org.jspecify.annotations.NullMarked;
