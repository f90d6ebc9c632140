package io.zmq4j;

import io.zmq4j.options.CommonOptions;
import io.zmq4j.options.DisconnectOptions;
import io.zmq4j.options.HelloOptions;
import io.zmq4j.socket.Serving;
import io.zmq4j.socket.SocketCore;
import java.util.function.Consumer;

/**
 * SERVER (RFC 41): receives from all its clients, and sends to any of them, at any time. It gives each connection a number, which
 * {@link #receiveRouted()} tells and {@link #send(int, String)} takes.
 */
public final class ServerSocket extends Socket
        implements RoutedSocket,
                NamedSocket<ServerSocket>,
                CommonOptions<ServerSocket>,
                HelloOptions<ServerSocket>,
                DisconnectOptions<ServerSocket> {
    ServerSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }

    /**
     * Answers requests, many at a time, each in a thread of its own. The handler sees the frame that a client has sent and gives the
     * one that goes back to it:
     *
     * <pre>{@code
     * var running = server.serve(request -> Message.of("Hello, " + request.text()));
     * }</pre>
     *
     * @return the server, which runs already
     * @throws io.zmq4j.error.SocketStateException if the socket is served already
     */
    public Server serve(Handler handler) {
        return serve(handler, it -> {});
    }

    /** As {@link #serve(Handler)}, with settings. */
    public Server serve(Handler handler, Consumer<ServerOptions> settings) {
        return new Server(core.serve(ServerOptions.serving(this, handler, settings, Serving.Way.BY_NUMBER)));
    }
}
