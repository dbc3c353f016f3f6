/**
 * What the community says of one tool, and a visitor's own ballot. Knows nothing of the panel.
 */
@NullMarked
package io.shiporskip.query.community;

import org.jspecify.annotations.NullMarked;
