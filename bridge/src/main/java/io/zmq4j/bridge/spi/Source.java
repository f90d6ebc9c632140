package io.zmq4j.bridge.spi;

import java.time.Duration;
import java.util.List;

/** What a bridge reads from. One thread at a time, mostly the bridge's own. */
public interface Source extends AutoCloseable {
    /**
     * The next records, in order; waits for the first of them only.
     *
     * <p>A bridge that has no room asks for none, about every second: then a source gives none, and does what it must do to be taken
     * for alive.
     *
     * @param maxRecords 0 or more
     * @param maxBytes no further record is begun when those before have this many bytes; one is always allowed
     * @param timeout how long to wait if there is none
     * @return none if there was none in time
     * @throws BridgeException if nothing can be read now: the bridge asks again later
     */
    List<BridgeRecord> poll(int maxRecords, long maxBytes, Duration timeout);

    /**
     * These are safe: they need not be given again, after whatever may happen. They come in the order of {@link #poll}, and none is
     * left out.
     *
     * @throws BridgeException if that cannot be said now: then they may come again
     */
    void acknowledge(List<BridgeRecord> records);

    /** Takes nothing more from outside: {@link #poll} gives what is here already, and then none. */
    void quiesce();

    /** What becomes of a record that was read and not acknowledged. */
    Promise promise();

    /** Lets go of everything, within seconds. What was not acknowledged comes again, if the source promises that. */
    @Override
    void close();
}
