package io.zmq4j;

import io.zmq4j.message.Message;
import io.zmq4j.options.CommonOptions;
import io.zmq4j.options.ProbeOptions;
import io.zmq4j.options.RequestOptions;
import io.zmq4j.options.RoutingIdOptions;
import io.zmq4j.socket.SocketCore;
import java.time.Duration;
import java.util.Optional;

/** REQ (RFC 28): asks one of its peers in turn and waits for the reply: send, receive, send, receive. */
public final class ReqSocket extends Socket
        implements SendingSocket,
                ReceivingSocket,
                NamedSocket<ReqSocket>,
                CommonOptions<ReqSocket>,
                RoutingIdOptions<ReqSocket>,
                ProbeOptions<ReqSocket>,
                RequestOptions<ReqSocket> {
    ReqSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }

    /**
     * Sends a request and waits for its reply, sending it again to the next server whenever {@code patience} passes or
     * the connection to the one that was asked breaks, {@code tries} times in all.
     *
     * <p>The socket stays usable whatever happens, and a reply that comes too late is never taken for a later
     * request's: each request carries an id in its envelope, which every REP and ROUTER sends back. A server may see
     * the same request more than once. Only between a reply and the next request: not while a plain {@link #send}
     * waits for its {@link #receive}.
     *
     * @param patience how long to wait for the reply to each try; positive
     * @param tries how often to send the request at most; at least 1
     * @return the reply; empty if none came
     */
    public Optional<Message> request(Message request, Duration patience, int tries) {
        return Optional.ofNullable(core.request(request, patience, tries));
    }
}
