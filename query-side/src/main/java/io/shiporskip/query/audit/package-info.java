/**
 * The log itself, for anybody to check: every event as it stands there, in order, and where the log ends. Folds nothing.
 */
@NullMarked
package io.shiporskip.query.audit;

import org.jspecify.annotations.NullMarked;
