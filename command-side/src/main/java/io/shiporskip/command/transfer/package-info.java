/**
 * Handing the log out, block by block, on an operator's word. Writes nothing; taking one in is for a stopped log alone.
 */
@NullMarked
package io.shiporskip.command.transfer;

import org.jspecify.annotations.NullMarked;
