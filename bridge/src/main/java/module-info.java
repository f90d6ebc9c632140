/** From ZeroMQ to an engine that keeps what it gets, and back. */
module io.zmq4j.bridge {
    requires transitive io.zmq4j;
    requires io.zmq4j.patterns;
    requires static org.jspecify;
}
