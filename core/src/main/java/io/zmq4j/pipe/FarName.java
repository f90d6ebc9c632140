package io.zmq4j.pipe;

import org.jspecify.annotations.Nullable;

/**
 * What is known of who is at a pipe's far end.
 *
 * @param endpoint the endpoint of this side by which the two met
 * @param address the other side's address, of the last connection; null before the first, and where there is none
 * @param type the name of the other side's socket type; null before the first connection, and where nobody says
 */
public record FarName(
        String endpoint, @Nullable String address, @Nullable String type) {}
