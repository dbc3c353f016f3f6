/**
 * The verb {@code rebuild}: has read models filled anew and says whether they came out the same.
 */
@NullMarked
package io.shiporskip.standalone.rebuild;

import org.jspecify.annotations.NullMarked;
