/**
 * Who votes: a random id in a signed cookie, and the voter it becomes on each tool. No account, no address and no
 * device may enter a visitor's id.
 */
@NullMarked
package io.shiporskip.edge.visitor;

import org.jspecify.annotations.NullMarked;
