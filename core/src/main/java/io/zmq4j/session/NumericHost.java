package io.zmq4j.session;

import org.jspecify.annotations.Nullable;

/** The address of a peer as RFC 27 wants it: IPv4 dotted or IPv6 in its canonical form, without a port. */
final class NumericHost {
    private NumericHost() {}

    /** Of what events call the peer, such as {@code 10.0.0.7:40112} or {@code [::1]:40112}; empty if it has no such address. */
    static String of(@Nullable String peer) {
        if (peer == null) {
            return "";
        }
        int end = peer.lastIndexOf(':');
        if (end < 0) {
            return "";
        }
        if (peer.charAt(0) == '[' && peer.charAt(end - 1) == ']') {
            return peer.substring(1, end - 1);
        }
        String host = peer.substring(0, end);
        return host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')) ? host : "";
    }
}
