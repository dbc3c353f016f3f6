@NullMarked
package io.shiporskip.events.comparison;

import org.jspecify.annotations.NullMarked;
