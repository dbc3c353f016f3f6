@NullMarked
package io.shiporskip.command.dispatch;

import org.jspecify.annotations.NullMarked;
