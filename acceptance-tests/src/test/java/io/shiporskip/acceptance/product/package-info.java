/** Starts, kills and talks to the built product as its users do: processes and HTTP, never its classes. */
@NullMarked
package io.shiporskip.acceptance.product;

import org.jspecify.annotations.NullMarked;
