/** Bad input: what is refused, in which words, and that nothing is written. */
@NullMarked
package io.shiporskip.acceptance.refusal;

import org.jspecify.annotations.NullMarked;
