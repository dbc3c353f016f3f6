/** The server seen through the official driver, and its order of keys seen from inside. */
@NullMarked
package io.shiporskip.mongo.embedded.journal;

import org.jspecify.annotations.NullMarked;
