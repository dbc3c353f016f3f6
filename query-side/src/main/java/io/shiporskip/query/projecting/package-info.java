/**
 * The projecting engine: follows the log in one order, folds batches in memory and writes documents by compare-and-set on
 * the position they were folded to. Knows no feature and nothing of votes; a projection is handed to it.
 */
@NullMarked
package io.shiporskip.query.projecting;

import org.jspecify.annotations.NullMarked;
