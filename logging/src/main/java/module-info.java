/** Log records over ZeroMQ, in the frames of pyzmq's {@code PUBHandler}. */
module io.zmq4j.logging {
    requires transitive io.zmq4j;
    requires transitive java.logging;
    requires static ch.qos.logback.classic;
    requires static ch.qos.logback.core;
    requires static org.apache.logging.log4j;
    requires static org.apache.logging.log4j.core;
    requires static org.jspecify;

    exports io.zmq4j.logging;
    exports io.zmq4j.logging.jul;
    exports io.zmq4j.logging.logback;
    exports io.zmq4j.logging.log4j2;

    // Log4j fills in the fields of a plugin's builder.
    opens io.zmq4j.logging.log4j2 to
            org.apache.logging.log4j.core;
}
