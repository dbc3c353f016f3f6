@NullMarked
package io.shiporskip.command.tool;

import org.jspecify.annotations.NullMarked;
