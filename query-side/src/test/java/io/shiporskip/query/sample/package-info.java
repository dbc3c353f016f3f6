/** Made-up but valid histories of tools, takes and votes, for tests. */
@NullMarked
package io.shiporskip.query.sample;

import org.jspecify.annotations.NullMarked;
