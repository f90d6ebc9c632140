import io.zmq4j.multicast.EpgmTransport;
import io.zmq4j.transport.spi.LinkTransport;

/** PGM (RFC 3208) in pure Java: ZeroMQ's multicast, in UDP. To have it on the path is all it takes. */
module io.zmq4j.multicast {
    requires io.zmq4j;
    requires static org.jspecify;

    provides LinkTransport with
            EpgmTransport;
}
