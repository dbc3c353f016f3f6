@NullMarked
package io.shiporskip.command;

import org.jspecify.annotations.NullMarked;
