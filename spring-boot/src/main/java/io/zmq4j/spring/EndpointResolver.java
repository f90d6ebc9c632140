package io.zmq4j.spring;

/**
 * A bean that says where the sockets of the properties really are: given each endpoint as it stands there, before it is bound or
 * connected to. For tests, and for what looks services up.
 */
@FunctionalInterface
public interface EndpointResolver {
    /** The endpoint to bind or connect to; what it throws fails the application's start. */
    String resolve(String endpoint);
}
