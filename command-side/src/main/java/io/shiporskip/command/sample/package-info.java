/**
 * Sample data, so that a first start has something to look at. It goes the way of every other command; nothing else may
 * depend on it.
 */
@NullMarked
package io.shiporskip.command.sample;

import org.jspecify.annotations.NullMarked;
