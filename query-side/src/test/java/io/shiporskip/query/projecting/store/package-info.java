@NullMarked
package io.shiporskip.query.projecting.store;

import org.jspecify.annotations.NullMarked;
