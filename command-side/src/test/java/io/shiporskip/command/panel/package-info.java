@NullMarked
package io.shiporskip.command.panel;

import org.jspecify.annotations.NullMarked;
