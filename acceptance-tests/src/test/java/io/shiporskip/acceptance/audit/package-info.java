/** Checking the log behind the operator's back. */
@NullMarked
package io.shiporskip.acceptance.audit;

import org.jspecify.annotations.NullMarked;
