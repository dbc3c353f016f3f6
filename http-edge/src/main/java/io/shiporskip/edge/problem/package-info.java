/**
 * How a refusal is said: RFC 9457 problem documents for programs, a page for people, a way back for forms. The insides
 * of the program may not leak through here.
 */
@NullMarked
package io.shiporskip.edge.problem;

import org.jspecify.annotations.NullMarked;
