@NullMarked
package io.shiporskip.events.catalogue;

import org.jspecify.annotations.NullMarked;
