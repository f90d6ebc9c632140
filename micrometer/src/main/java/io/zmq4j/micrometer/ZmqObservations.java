package io.zmq4j.micrometer;

import io.micrometer.observation.ObservationRegistry;
import io.zmq4j.DealerSocket;
import io.zmq4j.PairSocket;
import io.zmq4j.PubSocket;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.RepSocket;
import io.zmq4j.ReqSocket;
import io.zmq4j.RouterSocket;
import io.zmq4j.SubSocket;
import io.zmq4j.XPubSocket;
import io.zmq4j.XSubSocket;

/**
 * Views of sockets whose messages are observed, each by itself: {@link ZmqObservationDocumentation} says how. The sockets stay what they
 * are, and may be used beside their views.
 *
 * <pre>{@code
 * var orders = ZmqObservations.of(dealer, observationRegistry).traceFrame(true);
 * orders.request("tea", Duration.ofSeconds(2));
 * }</pre>
 *
 * <p>ZeroMQ has no headers. With {@code traceFrame(true)} a view adds a last frame to what it sends if a tracer gives it something to
 * say there, <code>traceparent: 00-…</code> of W3C Trace Context; so both sides must have it set. A view that receives takes such a frame
 * off, and whoever handles the message is in the sender's trace. One that breaks the rules is taken off and ignored. A view without
 * it, and a plain socket, get it as what it is: the last frame.
 */
public final class ZmqObservations {
    private ZmqObservations() {}

    public static ObservedSender of(PushSocket socket, ObservationRegistry registry) {
        return new ObservedSender(new Observing(socket, registry, false), socket);
    }

    public static ObservedSender of(PubSocket socket, ObservationRegistry registry) {
        return new ObservedSender(new Observing(socket, registry, false), socket);
    }

    public static ObservedReceiver of(PullSocket socket, ObservationRegistry registry) {
        return new ObservedReceiver(new Observing(socket, registry, false), socket);
    }

    public static ObservedReceiver of(SubSocket socket, ObservationRegistry registry) {
        return new ObservedReceiver(new Observing(socket, registry, false), socket);
    }

    public static ObservedSocket of(PairSocket socket, ObservationRegistry registry) {
        return new ObservedSocket(new Observing(socket, registry, false), socket, socket);
    }

    public static ObservedSocket of(XPubSocket socket, ObservationRegistry registry) {
        return new ObservedSocket(new Observing(socket, registry, false), socket, socket);
    }

    public static ObservedSocket of(XSubSocket socket, ObservationRegistry registry) {
        return new ObservedSocket(new Observing(socket, registry, false), socket, socket);
    }

    public static ObservedReq of(ReqSocket socket, ObservationRegistry registry) {
        return new ObservedReq(new Observing(socket, registry, false), socket);
    }

    public static ObservedDealer of(DealerSocket socket, ObservationRegistry registry) {
        return new ObservedDealer(new Observing(socket, registry, false), socket);
    }

    public static ObservedServer of(RepSocket socket, ObservationRegistry registry) {
        return new ObservedServer(new Observing(socket, registry, false), socket, socket, socket::serve);
    }

    public static ObservedServer of(RouterSocket socket, ObservationRegistry registry) {
        return new ObservedServer(new Observing(socket, registry, false), socket, socket, socket::serve);
    }
}
