/** Bridges to and from Apache Kafka. */
module io.zmq4j.bridge.kafka {
    requires transitive io.zmq4j.bridge;
    requires static org.jspecify;
}
