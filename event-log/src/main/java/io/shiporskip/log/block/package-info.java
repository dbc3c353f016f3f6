/**
 * What a block is: the document, its canonical bytes and the hash chain. Pure, but for the BSON codec; nothing here
 * talks to a server.
 */
@NullMarked
package io.shiporskip.log.block;

import org.jspecify.annotations.NullMarked;
