@NullMarked
package io.shiporskip.log.axon;

import org.jspecify.annotations.NullMarked;
