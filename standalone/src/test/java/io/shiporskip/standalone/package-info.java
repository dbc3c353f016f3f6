/** The command line as its users meet it: processes, exit codes and lines. */
@NullMarked
package io.shiporskip.standalone;

import org.jspecify.annotations.NullMarked;
