/**
 * What a text that people send must be, as Bean Validation constraints, and how it is tidied. Knows no command.
 */
@NullMarked
package io.shiporskip.command.text;

import org.jspecify.annotations.NullMarked;
