@NullMarked
package io.shiporskip.log.metrics;

import org.jspecify.annotations.NullMarked;
