/**
 * The ZeroMQ Message Transport Protocol without I/O, threads or a clock: bytes and time in; bytes, messages and events
 * out.
 */
module io.zmq4j.zmtp {
    requires static org.jspecify;

    exports io.zmq4j.message;
    exports io.zmq4j.zmtp;
    exports io.zmq4j.zmtp.engine;
    exports io.zmq4j.zmtp.mechanism;
    exports io.zmq4j.zmtp.wire;
}
