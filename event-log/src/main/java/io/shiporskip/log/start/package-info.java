/**
 * What is looked at before a process appends to a log: that the server holds each key once, and that the log's end is
 * sound. Seconds at most, however long the log is; reading all of it is the verification's.
 */
@NullMarked
package io.shiporskip.log.start;

import org.jspecify.annotations.NullMarked;
