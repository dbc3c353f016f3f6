/** The command side as it runs: a real server, a real log, real requests. */
@NullMarked
package io.shiporskip.command.running;

import org.jspecify.annotations.NullMarked;
