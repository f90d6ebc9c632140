/** ZeroMQ in pure Java: eleven socket types over tcp, ipc and inproc. */
module io.zmq4j {
    requires static java.management;
    requires jdk.net;
    requires transitive io.zmq4j.zmtp;
    requires static jdk.jfr;
    requires static org.jspecify;

    exports io.zmq4j;
    exports io.zmq4j.codec;
    exports io.zmq4j.error;
    exports io.zmq4j.event;
    exports io.zmq4j.health;
    exports io.zmq4j.management;
    exports io.zmq4j.options;
    exports io.zmq4j.security;
    exports io.zmq4j.snapshot;
    exports io.zmq4j.transport.spi;

    uses io.zmq4j.transport.spi.DirectoryProvider;
    uses io.zmq4j.transport.spi.LinkTransport;
    uses io.zmq4j.zmtp.mechanism.SecurityProvider;
}
