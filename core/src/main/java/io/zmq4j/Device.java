package io.zmq4j;

import java.util.Objects;

/**
 * The three ready-made proxies: both sides bind, so that clients and servers need to know the device only.
 *
 * <pre>{@code
 * try (var device = Device.queue(context, "tcp://*:5559", "tcp://*:5560")) {
 *     device.run(); // or device.start(), in a thread of its own
 * }
 * }</pre>
 */
public final class Device implements AutoCloseable {
    private final Socket frontend;
    private final Socket backend;

    private Device(Socket frontend, Socket backend) {
        this.frontend = frontend;
        this.backend = backend;
    }

    private static Device bound(Socket frontend, Socket backend, String frontendEndpoint, String backendEndpoint) {
        boolean isBound = false;
        try {
            frontend.bind(frontendEndpoint);
            backend.bind(backendEndpoint);
            isBound = true;
            return new Device(frontend, backend);
        } finally {
            if (!isBound) {
                frontend.close();
                backend.close();
            }
        }
    }

    /** Before there are sockets, which would stay open. */
    private static void checkNotNull(Context context, String frontend, String backend) {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(frontend, "frontend");
        Objects.requireNonNull(backend, "backend");
    }

    /** ROUTER and DEALER: REQ clients at the frontend, REP servers at the backend. */
    public static Device queue(Context context, String frontend, String backend) {
        checkNotNull(context, frontend, backend);
        return bound(context.router(), context.dealer(), frontend, backend);
    }

    /** XSUB and XPUB: publishers at the frontend, subscribers at the backend. */
    public static Device forwarder(Context context, String frontend, String backend) {
        checkNotNull(context, frontend, backend);
        return bound(context.xsub(), context.xpub(), frontend, backend);
    }

    /** PULL and PUSH: ventilators at the frontend, workers at the backend. */
    public static Device streamer(Context context, String frontend, String backend) {
        checkNotNull(context, frontend, backend);
        return bound(context.pull(), context.push(), frontend, backend);
    }

    /** The frontend's endpoint with the real port or path. */
    public String frontendEndpoint() {
        return frontend.lastEndpoint();
    }

    /** The backend's endpoint with the real port or path. */
    public String backendEndpoint() {
        return backend.lastEndpoint();
    }

    /** The proxy between the two, to give it a capture or control socket. */
    public Proxy proxy() {
        return Proxy.between(frontend, backend);
    }

    /** Runs in the calling thread until {@link #close}, from any thread. */
    public void run() {
        proxy().run();
    }

    /** Runs in a daemon thread of its own, until {@link #close}. */
    public Device start() {
        proxy().start();
        return this;
    }

    /** Ends the device, whatever it waits for, and closes its sockets; a capture or control socket stays open. */
    @Override
    public void close() {
        frontend.close();
        backend.close();
    }
}
