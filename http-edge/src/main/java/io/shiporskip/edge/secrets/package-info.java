/**
 * The keys and tokens in the data folder: made once, readable by their owner only, agreed on by every process that
 * shares the folder. Nothing here is ever logged or sent.
 */
@NullMarked
package io.shiporskip.edge.secrets;

import org.jspecify.annotations.NullMarked;
