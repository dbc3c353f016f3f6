/**
 * The words in which people decide: ship, skip, and what a count of them says. Depends on nothing.
 */
@NullMarked
package io.shiporskip.events.verdict;

import org.jspecify.annotations.NullMarked;
