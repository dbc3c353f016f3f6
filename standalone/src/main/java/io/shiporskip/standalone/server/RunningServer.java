package io.shiporskip.standalone.server;

/**
 * A server that holds a data folder.
 *
 * @param url where it serves, such as {@code http://127.0.0.1:8080}
 * @param pid of its process
 */
public record RunningServer(String url, long pid) {}
