/**
 * Where a posted form goes back to: a place on this site, and only there.
 */
@NullMarked
package io.shiporskip.edge.form;

import org.jspecify.annotations.NullMarked;
