/**
 * Which tools exist, kept in memory from the log's tail, so that a ballot need not load a tool. Holds a slug and whether
 * it is listed, nothing else; memory grows with the number of tools alone.
 */
@NullMarked
package io.shiporskip.command.register;

import org.jspecify.annotations.NullMarked;
