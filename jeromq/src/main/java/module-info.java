/** JeroMQ's API on the sockets of zmq4j, under the module name of JeroMQ's jar, whose place it takes. */
module org.zeromq.jeromq {
    requires transitive io.zmq4j;
    requires io.zmq4j.curve;
    requires io.zmq4j.zmtp;
    requires static org.jspecify;

    exports org.zeromq;
    exports org.zeromq.proto;
    exports org.zeromq.timer;
    exports org.zeromq.util;
    exports zmq;
    exports zmq.io;
    exports zmq.io.coder;
    exports zmq.io.mechanism;
    exports zmq.io.mechanism.curve;
    exports zmq.io.net;
    exports zmq.msg;
    exports zmq.poll;
    exports zmq.socket;
    exports zmq.socket.clientserver;
    exports zmq.socket.pipeline;
    exports zmq.socket.pubsub;
    exports zmq.socket.radiodish;
    exports zmq.socket.reqrep;
    exports zmq.socket.scattergather;
    exports zmq.util;
    exports zmq.util.function;
}
