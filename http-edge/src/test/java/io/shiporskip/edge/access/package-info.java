@NullMarked
package io.shiporskip.edge.access;

import org.jspecify.annotations.NullMarked;
