package io.zmq4j.zap;

import java.nio.charset.StandardCharsets;

/** What both sides of RFC 27 agree on. */
public final class Zap {
    /** The name, within the context, of the socket that is asked. */
    public static final String NAME = "zeromq.zap.01";

    public static final String ENDPOINT = "inproc://" + NAME;

    static final String VERSION = "1.0";

    private Zap() {}

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
