/**
 * The words of enums in addresses and forms: the same as in JSON, such as {@code ship} and {@code skip}.
 */
@NullMarked
package io.shiporskip.edge.word;

import org.jspecify.annotations.NullMarked;
