package io.zmq4j;

import io.zmq4j.message.Message;
import io.zmq4j.options.CommonOptions;
import io.zmq4j.options.ProbeOptions;
import io.zmq4j.options.RequestOptions;
import io.zmq4j.options.RoutingIdOptions;
import io.zmq4j.socket.SocketCore;
import java.time.Duration;
import java.util.Objects;

/** REQ (RFC 28): asks one of its peers in turn and waits for the reply: send, receive, send, receive. */
public final class ReqSocket extends Socket
        implements SendingSocket,
                ReceivingSocket,
                NamedSocket<ReqSocket>,
                CommonOptions<ReqSocket>,
                RoutingIdOptions<ReqSocket>,
                ProbeOptions<ReqSocket>,
                RequestOptions<ReqSocket> {
    /** How long {@link #request(Message)} waits: 5 seconds. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    ReqSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }

    /** As {@link #request(Message, Duration)}, for a text and {@link #PATIENCE}. */
    public Message request(String request) {
        return request(Message.of(Objects.requireNonNull(request, "request")));
    }

    /** As {@link #request(Message, Duration)}, for a text. */
    public Message request(String request, Duration timeout) {
        return request(Message.of(Objects.requireNonNull(request, "request")), timeout);
    }

    /** As {@link #request(Message, Duration, int)}, for a text. */
    public Message request(String request, Duration patience, int tries) {
        return request(Message.of(Objects.requireNonNull(request, "request")), patience, tries);
    }

    /** As {@link #request(Message, Duration)}, with {@link #PATIENCE}. */
    public Message request(Message request) {
        return request(request, PATIENCE);
    }

    /** Sends a request, once, and waits for its reply: {@link #request(Message, Duration, int)} with one try. */
    public Message request(Message request, Duration timeout) {
        Objects.requireNonNull(timeout, "timeout");
        return core.request(request, timeout, 1);
    }

    /**
     * Sends a request and waits for its reply, sending it again to the next server whenever {@code patience} passes or
     * the connection to the one that was asked breaks, {@code tries} times in all. Only a peer that is connected is asked; until
     * there is one, the call waits for it.
     *
     * <p>The socket stays usable whatever happens, and a reply that comes too late is never taken for a later request's: with
     * each try that is given up, the connection to the one that was asked is given up as well, and made anew at once by the
     * side that connected. Nothing is added to what goes over the wire, {@code ["", request…]}. With {@code REQ_CORRELATE} an id
     * of 4 bytes stands before that, which the server has to send back: then connections stay, and a reply that comes twice is
     * recognized too.
     *
     * <p>With several tries a server may see the same request more than once. Only between a reply and the next request: not
     * while a plain {@link #send} waits for its {@link #receive}. Requests of several threads are made one after the other.
     *
     * @param patience how long to wait for each try, for a peer and for its reply; positive
     * @param tries how often to ask at most; at least 1
     * @return the reply
     * @throws io.zmq4j.error.RequestFailedException if there is none
     * @throws io.zmq4j.error.SocketStateException if a plain request waits for its reply
     * @throws io.zmq4j.error.WaitInterruptedException if the thread was interrupted; its flag stays set, the request is given up
     * @throws io.zmq4j.error.SocketClosedException if the socket or context is, or gets, closed
     */
    public Message request(Message request, Duration patience, int tries) {
        return core.request(request, patience, tries);
    }
}
