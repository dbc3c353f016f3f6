/**
 * The community's ballots. A voter is a keyed hash, never a person: no address, no device, no name may enter.
 */
@NullMarked
package io.shiporskip.events.community;

import org.jspecify.annotations.NullMarked;
