/**
 * Reading the log: in position order, with {@code majority}, in bounded ranges that an index serves; and following its
 * end as it grows. Nothing here writes.
 */
@NullMarked
package io.shiporskip.log.read;

import org.jspecify.annotations.NullMarked;
