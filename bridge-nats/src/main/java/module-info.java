/** Bridges to and from NATS JetStream. */
module io.zmq4j.bridge.nats {
    requires transitive io.zmq4j.bridge;
    requires static org.jspecify;
}
