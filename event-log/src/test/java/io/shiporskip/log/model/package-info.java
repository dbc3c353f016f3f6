/**
 * A model of the append protocol, explored in every order of steps within a bound: writers, a network that loses
 * answers, and a replica set that elects another primary. What an answer proves is decided by the product's own table;
 * the writer's loop around it is a copy, kept next to {@code BlockWriter}. No server and no thread enters here.
 */
@NullMarked
package io.shiporskip.log.model;

import org.jspecify.annotations.NullMarked;
