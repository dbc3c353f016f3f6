@NullMarked
package io.shiporskip.command.register;

import org.jspecify.annotations.NullMarked;
