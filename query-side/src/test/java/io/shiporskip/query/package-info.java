@NullMarked
package io.shiporskip.query;

import org.jspecify.annotations.NullMarked;
