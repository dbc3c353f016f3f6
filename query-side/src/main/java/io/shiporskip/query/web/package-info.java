/**
 * What every page shares: the frame, the words and figures as people read them, style and scripts. No feature enters;
 * features come here for their frame.
 */
@NullMarked
package io.shiporskip.query.web;

import org.jspecify.annotations.NullMarked;
