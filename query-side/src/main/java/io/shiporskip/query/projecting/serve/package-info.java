/**
 * Reading the models: which generation is live, how far it is, and waiting until it is further. Writes nothing.
 */
@NullMarked
package io.shiporskip.query.projecting.serve;

import org.jspecify.annotations.NullMarked;
