@NullMarked
package io.shiporskip.command.axon;

import org.jspecify.annotations.NullMarked;
