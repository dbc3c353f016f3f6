/** The product killed at any moment, and what it must still know. */
@NullMarked
package io.shiporskip.acceptance.crash;

import org.jspecify.annotations.NullMarked;
