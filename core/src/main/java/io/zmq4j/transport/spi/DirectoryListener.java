package io.zmq4j.transport.spi;

import java.time.Duration;
import java.util.Collection;

/**
 * Who wants to know what a {@link Directory} says. May be called by any thread, from within {@link Directory#watch} as well, at any
 * time: whatever comes after the end has no effect. Throws nothing; never blocks.
 */
public interface DirectoryListener {
    /**
     * All endpoints that are there now, which may be none. Those that were told before and are not among them are gone. One that is
     * no endpoint is left out, with an event.
     */
    void found(Collection<String> endpoints);

    /** They could not be looked up, and will be again after this time. What was told last is still true. */
    void failed(String why, Duration untilNextTry);
}
