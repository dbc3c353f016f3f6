/**
 * A copy of the whole site, data and keys, that a server can be started on. A server writes copies into its own data
 * folder alone; where they end up is for whoever starts the verb, with their own rights.
 */
@NullMarked
package io.shiporskip.standalone.backup;

import org.jspecify.annotations.NullMarked;
