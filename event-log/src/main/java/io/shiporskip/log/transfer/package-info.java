/**
 * The log as lines of JSON, one block a line with every field: written by an export, read by an import into a log that is
 * empty or begins as the file does. Knows nothing of files' names, of terminals and of HTTP.
 */
@NullMarked
package io.shiporskip.log.transfer;

import org.jspecify.annotations.NullMarked;
