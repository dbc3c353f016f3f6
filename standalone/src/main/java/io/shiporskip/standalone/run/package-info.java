/**
 * The verb {@code run}: starts everything over one data folder, says where to look, and stops it in order.
 */
@NullMarked
package io.shiporskip.standalone.run;

import org.jspecify.annotations.NullMarked;
