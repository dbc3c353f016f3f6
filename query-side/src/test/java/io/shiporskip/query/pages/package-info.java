/**
 * The web client on its own: the real pages over made-up answers to their queries. No projection, no log and no database.
 */
@NullMarked
package io.shiporskip.query.pages;

import org.jspecify.annotations.NullMarked;
