@NullMarked
package io.shiporskip.command.verification;

import org.jspecify.annotations.NullMarked;
