@NullMarked
package io.shiporskip.events;

import org.jspecify.annotations.NullMarked;
