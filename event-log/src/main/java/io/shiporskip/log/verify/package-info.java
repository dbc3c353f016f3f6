/**
 * Checks that the log is what it claims to be, trusting neither the indexes nor the writers: contiguous, unique, without
 * holes in any stream, and unaltered by its hash chain. Only reads.
 */
@NullMarked
package io.shiporskip.log.verify;

import org.jspecify.annotations.NullMarked;
