@NullMarked
package io.shiporskip.events.verdict;

import org.jspecify.annotations.NullMarked;
