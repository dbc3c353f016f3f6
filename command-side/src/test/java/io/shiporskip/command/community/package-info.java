@NullMarked
package io.shiporskip.command.community;

import org.jspecify.annotations.NullMarked;
