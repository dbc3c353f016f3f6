package io.shiporskip.edge.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/** The network address of a request: the connection's own, or what a trusted proxy forwarded when the server is set so. */
final class Address {

    private Address() {}

    /** 4 bytes (IPv4), 16 (IPv6), or the text's own when the server names no address. Asks no name service. */
    static byte[] of(HttpServletRequest request) {
        String text = request.getRemoteAddr();
        try {
            return InetAddress.ofLiteral(text).getAddress();
        } catch (IllegalArgumentException noAddress) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
