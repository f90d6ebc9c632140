package io.zmq4j.spring;

import io.zmq4j.Socket;

/**
 * A bean that has a say in each socket made from properties: after its options are set, and before it is bound and connected.
 * {@link Socket#name} is its name in the properties. Several are asked in the order of their {@code @Order}.
 */
@FunctionalInterface
public interface SocketCustomizer {
    /** Changes a socket; what it throws fails the application's start. */
    void customize(Socket socket);
}
