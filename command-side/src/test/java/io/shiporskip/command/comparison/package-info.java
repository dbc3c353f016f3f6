@NullMarked
package io.shiporskip.command.comparison;

import org.jspecify.annotations.NullMarked;
