package io.zmq4j;

import io.zmq4j.options.CommonOptions;
import io.zmq4j.options.RoutingIdOptions;
import io.zmq4j.socket.Serving;
import io.zmq4j.socket.SocketCore;
import java.util.function.Consumer;

/** REP (RFC 28): takes requests from all its peers in turn and answers each: receive, send, receive, send. */
public final class RepSocket extends Socket
        implements SendingSocket,
                ReceivingSocket,
                NamedSocket<RepSocket>,
                CommonOptions<RepSocket>,
                RoutingIdOptions<RepSocket> {
    RepSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }

    /**
     * Answers requests, one after the other, in the order in which they come:
     *
     * <pre>{@code
     * var server = rep.serve(request -> Message.of("Hello, " + request.text()));
     * }</pre>
     *
     * @return the server, which runs already
     * @throws io.zmq4j.error.SocketStateException if the socket is served already, or has a request to answer
     */
    public Server serve(Handler handler) {
        return serve(handler, it -> {});
    }

    /** As {@link #serve(Handler)}, with settings. */
    public Server serve(Handler handler, Consumer<ServerOptions> settings) {
        return new Server(core.serve(ServerOptions.serving(this, handler, settings, Serving.Way.IN_TURN)));
    }
}
