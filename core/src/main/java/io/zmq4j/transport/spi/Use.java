package io.zmq4j.transport.spi;

/** What a socket does with an endpoint. */
public enum Use {
    BIND,
    CONNECT
}
