@NullMarked
package io.shiporskip.events.tool;

import org.jspecify.annotations.NullMarked;
