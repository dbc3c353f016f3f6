/**
 * Every single ballot, and the visitor's own vote as JSON, which issues the visitor's cookie. What it answers is for that
 * visitor alone.
 */
@NullMarked
package io.shiporskip.query.ballot;

import org.jspecify.annotations.NullMarked;
