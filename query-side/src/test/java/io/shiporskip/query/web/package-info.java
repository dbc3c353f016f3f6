/** Words and figures, one by one. */
@NullMarked
package io.shiporskip.query.web;

import org.jspecify.annotations.NullMarked;
