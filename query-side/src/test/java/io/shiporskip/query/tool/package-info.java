@NullMarked
package io.shiporskip.query.tool;

import org.jspecify.annotations.NullMarked;
