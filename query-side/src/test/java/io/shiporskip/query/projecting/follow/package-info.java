@NullMarked
package io.shiporskip.query.projecting.follow;

import org.jspecify.annotations.NullMarked;
