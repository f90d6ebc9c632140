package io.zmq4j.bridge.spi;

import io.zmq4j.Context;
import java.util.Set;

/**
 * Opens sources and sinks by their address. One of another module is found by the {@link java.util.ServiceLoader}. Safe for any thread.
 */
public interface Connector {
    /** What addresses begin with, in lower case, such as {@code kafka}. */
    Set<String> schemes();

    /**
     * Opens what records are read from, and makes sure that it is there.
     *
     * @param context for those who need sockets
     * @throws IllegalArgumentException if the address is wrong by itself
     * @throws BridgeException if what it names cannot be used
     */
    Source openSource(Address address, Context context);

    /** Opens what records are written to, and makes sure that it is there. Errors as for a source. */
    Sink openSink(Address address, Context context);

    /**
     * Opens once more what a source of this address reads, for one reader, beside that source and unknown to it. Settings that say where
     * the source starts, or by which name the engine knows it, mean nothing here.
     *
     * @param start from where on
     * @throws IllegalArgumentException if nothing is kept there that could be read again
     * @throws BridgeException if what it names cannot be used
     */
    default History openHistory(Address address, Start start) {
        throw new IllegalArgumentException(address + " keeps nothing that could be read again");
    }
}
