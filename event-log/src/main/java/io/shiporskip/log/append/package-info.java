/**
 * The append protocol: one thread writes commits in blocks, one block in flight, and an outcome is proven by what stands
 * in the log alone. Nothing here reads the log for anybody else, and nothing knows what an event means.
 */
@NullMarked
package io.shiporskip.log.append;

import org.jspecify.annotations.NullMarked;
