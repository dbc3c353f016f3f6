/**
 * {@code bench votes}: a vote over HTTP on the product, beside the vote that one would write instead with Spring MVC, JDBC
 * and PostgreSQL, which is in {@code peer}.
 */
@NullMarked
package io.shiporskip.benchmarks.votes;

import org.jspecify.annotations.NullMarked;
