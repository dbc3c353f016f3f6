/** What every page owes its reader: no other host, a strict policy, nothing that axe finds. */
@NullMarked
package io.shiporskip.acceptance.web;

import org.jspecify.annotations.NullMarked;
