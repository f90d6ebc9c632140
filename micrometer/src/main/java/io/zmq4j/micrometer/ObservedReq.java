package io.zmq4j.micrometer;

import io.micrometer.observation.transport.Kind;
import io.zmq4j.ReqSocket;
import io.zmq4j.message.Message;
import io.zmq4j.micrometer.Observing.Outgoing;
import java.time.Duration;
import java.util.Objects;

/** A view of a REQ, each {@link ZmqObservationDocumentation#REQUEST} observed. */
public final class ObservedReq extends ObservedSocket {
    private final ReqSocket req;

    ObservedReq(Observing observing, ReqSocket req) {
        super(observing, req, req);
        this.req = req;
    }

    @Override
    public ObservedReq traceFrame(boolean isWanted) {
        return new ObservedReq(observing.withTraceFrame(isWanted), req);
    }

    /** As {@link ReqSocket#request(String)}. */
    public Message request(String request) {
        return request(Message.of(Objects.requireNonNull(request, "request")));
    }

    /** As {@link ReqSocket#request(Message)}. */
    public Message request(Message request) {
        return request(request, ReqSocket.PATIENCE, 1);
    }

    /** As {@link ReqSocket#request(Message, Duration)}. */
    public Message request(Message request, Duration timeout) {
        return request(request, timeout, 1);
    }

    /** As {@link ReqSocket#request(Message, Duration, int)}; one observation for all tries. */
    public Message request(Message request, Duration patience, int tries) {
        Outgoing outgoing = observing.begin(ZmqObservationDocumentation.REQUEST, Kind.CLIENT, request);
        Message reply = observing.during(
                outgoing.observation(), () -> req.request(outgoing.message(), patience, tries), any -> Outcome.OK);
        return observing.open(reply).message();
    }
}
