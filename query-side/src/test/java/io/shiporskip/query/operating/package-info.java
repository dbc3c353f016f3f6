@NullMarked
package io.shiporskip.query.operating;

import org.jspecify.annotations.NullMarked;
