package io.zmq4j.services.broker;

/** What is typed in short for an endpoint of tcp. */
final class Shorthand {
    private Shorthand() {}

    /** {@code :5555} is {@code tcp://*:5555}. */
    static String bound(String endpoint) {
        return endpoint.startsWith(":") ? "tcp://*" + endpoint : endpoint;
    }

    /** {@code :5555} is {@code tcp://localhost:5555}. */
    static String connected(String endpoint) {
        return endpoint.startsWith(":") ? "tcp://localhost" + endpoint : endpoint;
    }
}
