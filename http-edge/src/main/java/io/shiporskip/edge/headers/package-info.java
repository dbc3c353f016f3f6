/**
 * The security headers of every answer, and what caches may do with one that does not say.
 */
@NullMarked
package io.shiporskip.edge.headers;

import org.jspecify.annotations.NullMarked;
