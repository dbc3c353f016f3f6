/**
 * What the panel says of one tool. Knows nothing of the community and nothing of other tools.
 */
@NullMarked
package io.shiporskip.query.panel;

import org.jspecify.annotations.NullMarked;
