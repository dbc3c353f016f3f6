@NullMarked
package io.shiporskip.query.projecting.rebuild;

import org.jspecify.annotations.NullMarked;
