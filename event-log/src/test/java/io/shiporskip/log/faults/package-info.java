/**
 * What can go wrong around the log, done for real: networks that cut, delay and swallow, writers that are killed; and
 * the promises of the log, checked after all of it. Only tests use it.
 */
@NullMarked
package io.shiporskip.log.faults;

import org.jspecify.annotations.NullMarked;
