/** The operator at work in a browser. */
@NullMarked
package io.shiporskip.acceptance.operating;

import org.jspecify.annotations.NullMarked;
