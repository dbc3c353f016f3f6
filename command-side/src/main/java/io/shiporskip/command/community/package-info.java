/**
 * The community's ballots: one per voter and tool, each a stream of its own. A voter is a keyed hash and never a person.
 */
@NullMarked
package io.shiporskip.command.community;

import org.jspecify.annotations.NullMarked;
