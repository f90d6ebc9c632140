package io.zmq4j;

import io.zmq4j.message.Message;
import io.zmq4j.options.CommonOptions;
import io.zmq4j.options.ConflateOptions;
import io.zmq4j.options.HelloOptions;
import io.zmq4j.options.HiccupOptions;
import io.zmq4j.options.ProbeOptions;
import io.zmq4j.options.RoutingIdOptions;
import io.zmq4j.socket.SocketCore;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * DEALER (RFC 28): sends to its peers in turn and receives from all of them, without REQ's strict order. With {@link #request}
 * it asks many things at the same time.
 */
public final class DealerSocket extends Socket
        implements SendingSocket,
                ReceivingSocket,
                NamedSocket<DealerSocket>,
                CommonOptions<DealerSocket>,
                RoutingIdOptions<DealerSocket>,
                ProbeOptions<DealerSocket>,
                HelloOptions<DealerSocket>,
                HiccupOptions<DealerSocket>,
                ConflateOptions<DealerSocket> {
    DealerSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }

    /** As {@link #request(Message, Duration)}, for a text. */
    public CompletableFuture<Message> request(String request, Duration timeout) {
        return request(Message.of(Objects.requireNonNull(request, "request")), timeout);
    }

    /**
     * Sends a request to the next peer, and gives its reply as a future. Thousands may be outstanding, and their replies come in
     * any order:
     *
     * <pre>{@code
     * var replies = jobs.stream().map(job -> dealer.request(job, Duration.ofSeconds(2))).toList();
     * for (var reply : replies) {
     *     System.out.println(reply.join().text());
     * }
     * }</pre>
     *
     * <p>On the wire a request is {@code [id] [""] [request…]}, with an id of 8 bytes. A REP sends that back before its reply; a
     * server with a ROUTER has to send back what stands before the empty frame. What comes and answers no request is dropped and
     * counted ({@link Socket#drops}): as {@code LATE_REPLY} if it answers one that has ended, else as {@code UNCORRELATED}.
     *
     * <p>From the first request on, what comes to this socket is for its requests. To receive, in whatever way, is an error from
     * then on, {@link io.zmq4j.error.SocketStateException}; to send is not.
     *
     * <p>Cancelling the future, or completing it, gives the request up: it is not sent any more if it still waits for a peer, and
     * its reply is dropped. Callbacks run as in {@link Receiver#receiveAsync}, never in a thread that does I/O.
     *
     * @param timeout how long to wait for the reply from now on, also while no peer takes the request; positive. There is no
     *     default: what is right depends on what is asked
     * @return a future that fails with {@link io.zmq4j.error.RequestFailedException}. Of its reasons, BUSY comes at once, with
     *     nothing sent, if {@link #maxOutstanding} are outstanding. CONNECTION_LOST means that no reply came in time and a
     *     connection of this socket broke since, which is only with one peer surely the one that was asked; the request may
     *     have waited for the next connection, so this is said when the time is over, and not before
     */
    public CompletableFuture<Message> request(Message request, Duration timeout) {
        return core.requestAsync(request, timeout);
    }

    /** How many requests have neither a reply nor another end. */
    public int outstanding() {
        return core.outstandingRequests();
    }

    /** How many requests may be outstanding: 10,000 unless it was set. */
    public int maxOutstanding() {
        return core.maxOutstanding();
    }

    /**
     * Sets how many requests may be outstanding, at least 1. Those that are outstanding already stay so.
     *
     * @return this socket
     */
    public DealerSocket maxOutstanding(int count) {
        core.maxOutstanding(count);
        return this;
    }
}
