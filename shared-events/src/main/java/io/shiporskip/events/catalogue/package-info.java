/**
 * The stable names and revisions under which events are written. The only room here that knows every event.
 */
@NullMarked
package io.shiporskip.events.catalogue;

import org.jspecify.annotations.NullMarked;
