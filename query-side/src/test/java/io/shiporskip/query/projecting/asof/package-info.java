@NullMarked
package io.shiporskip.query.projecting.asof;

import org.jspecify.annotations.NullMarked;
