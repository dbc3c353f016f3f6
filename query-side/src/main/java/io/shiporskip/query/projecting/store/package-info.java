/**
 * Read models as they lie in MongoDB: documents by generation, how far each generation is, and which one is live. Every
 * write is one document and a compare-and-set.
 */
@NullMarked
package io.shiporskip.query.projecting.store;

import org.jspecify.annotations.NullMarked;
