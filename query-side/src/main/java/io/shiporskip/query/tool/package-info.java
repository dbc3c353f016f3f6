/**
 * The catalogue: one tool with what the panel and the community say of it, and lists of tools.
 */
@NullMarked
package io.shiporskip.query.tool;

import org.jspecify.annotations.NullMarked;
