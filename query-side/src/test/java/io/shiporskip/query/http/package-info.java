/** The query side as a whole over real HTTP: its log, its embedded server, its own port. */
@NullMarked
package io.shiporskip.query.http;

import org.jspecify.annotations.NullMarked;
