@NullMarked
package io.shiporskip.command.sample;

import org.jspecify.annotations.NullMarked;
