package io.zmq4j.socket;

import io.zmq4j.transport.OpenEndpoint;
import io.zmq4j.transport.spi.Use;

/** An endpoint that a socket was bound or connected to. Safe for any thread. */
public final class Attached {
    private final Endpoints owner;
    private final Use use;
    private final String text;
    private final String real;
    private final OpenEndpoint endpoint;

    /**
     * @param text as it was given
     * @param real with the real port or path
     */
    Attached(Endpoints owner, Use use, String text, String real, OpenEndpoint endpoint) {
        this.owner = owner;
        this.use = use;
        this.text = text;
        this.real = real;
        this.endpoint = endpoint;
    }

    boolean is(Use wanted, String name) {
        return use == wanted && (text.equals(name) || real.equals(name));
    }

    OpenEndpoint endpoint() {
        return endpoint;
    }

    /** With the real port or path. */
    public String uri() {
        return real;
    }

    /** Gives it up, as unbind and disconnect do; without effect if it was given up before. */
    public void close() {
        owner.close(this);
    }
}
