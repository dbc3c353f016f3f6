/**
 * The verb {@code log}, and {@code log verify}: has the log checked and names what is wrong with it.
 */
@NullMarked
package io.shiporskip.standalone.verify;

import org.jspecify.annotations.NullMarked;
