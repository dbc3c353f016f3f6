/**
 * The MongoDB that tests and benchmarks run on: the replica set that {@code MONGODB_URI} names, where one is given, else the
 * embedded server over a real socket. Never part of the product.
 */
@NullMarked
package io.shiporskip.mongo.testing;

import org.jspecify.annotations.NullMarked;
