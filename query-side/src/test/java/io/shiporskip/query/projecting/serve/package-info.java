@NullMarked
package io.shiporskip.query.projecting.serve;

import org.jspecify.annotations.NullMarked;
