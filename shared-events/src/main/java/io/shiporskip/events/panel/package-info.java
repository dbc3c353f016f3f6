/**
 * The expert panel: seats, takes and the verdict they add up to. Knows nothing of the community.
 */
@NullMarked
package io.shiporskip.events.panel;

import org.jspecify.annotations.NullMarked;
