package io.zmq4j.bench.bridge;

import io.zmq4j.bridge.Bridge;

/** Who stands between a socket and a topic. */
interface Carrier extends AutoCloseable {
    @Override
    void close();

    /** The names are those on the command line. */
    enum Kind {
        /** The library's. */
        BRIDGE,
        /** A loop over this library's socket. */
        LOOP,
        /** A loop over JeroMQ's. */
        JEROMQ,
        /** A loop in Python. */
        PYTHON,
        /** Nobody: from a producer to a consumer. */
        NONE;

        /** Starts one, which connects to the socket. */
        Carrier start(Way way, Topic topic, String endpoint) {
            return switch (this) {
                case BRIDGE -> bridge(way, topic, endpoint)::close;
                case LOOP -> Loop.start(way, topic, () -> LoopSocket.ofZmq4j(way, endpoint));
                case JEROMQ -> Loop.start(way, topic, () -> LoopSocket.ofJeroMq(way, endpoint));
                case PYTHON -> PythonLoop.start(way, topic, endpoint);
                case NONE -> () -> {};
            };
        }

        private static Bridge bridge(Way way, Topic topic, String endpoint) {
            String kafka = "kafka://" + topic.broker() + "/" + topic.name();
            return way == Way.IN
                    ? Bridge.builder()
                            .from(endpoint.replace("tcp:", "pull:"))
                            .to(kafka)
                            .start()
                    : Bridge.builder()
                            .from(kafka + "?group=bench")
                            .to(endpoint.replace("tcp:", "push:"))
                            .start();
        }
    }
}
