/**
 * What both sides share where HTTP meets them: who asks, what is refused and how that is said. Knows nothing of tools,
 * panels or votes beyond their identifiers, and opens no database.
 */
@NullMarked
package io.shiporskip.edge;

import org.jspecify.annotations.NullMarked;
