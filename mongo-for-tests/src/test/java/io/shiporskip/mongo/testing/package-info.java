@NullMarked
package io.shiporskip.mongo.testing;

import org.jspecify.annotations.NullMarked;
