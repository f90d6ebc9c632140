package io.zmq4j.demo;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads along on a link: tells what passes, and can say later whether a text has. Safe for any thread. */
final class Eavesdropper implements FragileLink.Ear {
    /** Characters of what is told of one piece. */
    private static final int SHOWN = 80;

    private final Consumer<String> tell;
    private final StringBuilder client = new StringBuilder();
    private final StringBuilder server = new StringBuilder();

    /** @param tell is told a line for each piece that passes */
    Eavesdropper(Consumer<String> tell) {
        this.tell = tell;
    }

    @Override
    public void hear(boolean fromClient, byte[] bytes) {
        String heard = new String(bytes, StandardCharsets.ISO_8859_1);
        synchronized (this) {
            (fromClient ? client : server).append(heard);
        }
        tell.accept("on the wire, %s %4d bytes: %s"
                .formatted(fromClient ? "client to server" : "server to client", bytes.length, readable(heard)));
    }

    /** What can be read in it, a dot for what cannot. */
    private static String readable(String heard) {
        String shown = heard.length() > SHOWN ? heard.substring(0, SHOWN) + "…" : heard;
        return shown.replaceAll("[^\\x20-\\x7e…]", ".");
    }

    /** Whether this passed in either direction, in however many pieces. */
    synchronized boolean heard(String text) {
        return client.indexOf(text) >= 0 || server.indexOf(text) >= 0;
    }

    /** The number of bytes that passed in both directions. */
    synchronized int bytes() {
        return client.length() + server.length();
    }
}
