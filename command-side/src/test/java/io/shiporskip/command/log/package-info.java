@NullMarked
package io.shiporskip.command.log;

import org.jspecify.annotations.NullMarked;
