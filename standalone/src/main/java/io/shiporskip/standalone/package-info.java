/**
 * The whole product in one process: the command line, and both sides over an embedded server. Only what puts the rooms
 * together may enter; what they do is theirs.
 */
@NullMarked
package io.shiporskip.standalone;

import org.jspecify.annotations.NullMarked;
