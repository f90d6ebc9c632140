package io.zmq4j.transport.spi;

import java.util.Set;

/** Directories that have an endpoint's text, from another module. Found by {@link java.util.ServiceLoader}. Has no state; safe for any thread. */
public interface DirectoryProvider {
    /** What stands before {@code ://} in their texts. */
    Set<String> schemes();

    /**
     * Reads a text that begins with one of its schemes, without I/O.
     *
     * @throws io.zmq4j.error.EndpointException with what is wrong and what is allowed
     */
    Directory parse(String endpoint);
}
