/** From ZeroMQ to an engine that keeps what it gets, and back. */
module io.zmq4j.bridge {
    requires transitive io.zmq4j;
    requires io.zmq4j.patterns;
    requires static org.jspecify;

    exports io.zmq4j.bridge;
    exports io.zmq4j.bridge.progress;
    exports io.zmq4j.bridge.spi;

    uses io.zmq4j.bridge.spi.Connector;

    provides io.zmq4j.bridge.spi.Connector with
            io.zmq4j.bridge.sockets.SocketConnector;
}
