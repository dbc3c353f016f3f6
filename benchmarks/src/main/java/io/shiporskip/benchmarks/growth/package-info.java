/** Whether anything grows dearer as the log grows longer: the same operations on a short and on a long log. */
@NullMarked
package io.shiporskip.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
