/** PGM (RFC 3208) in pure Java: ZeroMQ's multicast, in UDP. */
module io.zmq4j.multicast {
    requires io.zmq4j.core;
    requires static org.jspecify;
}
