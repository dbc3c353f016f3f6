/**
 * How a verb finds the server that holds a data folder, and talks to it. No verb touches a folder that a server holds.
 */
@NullMarked
package io.shiporskip.standalone.server;

import org.jspecify.annotations.NullMarked;
