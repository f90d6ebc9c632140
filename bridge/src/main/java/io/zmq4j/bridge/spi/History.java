package io.zmq4j.bridge.spi;

import java.time.Duration;
import java.util.List;

/**
 * What an engine keeps, read once: from some place on, to what was its end when this was opened. Belongs to one thread at a time; any
 * number may be open at once.
 */
public interface History extends AutoCloseable {
    /**
     * The next records, in order, each partition's by itself; waits for the first of them only.
     *
     * @return none if there was none in time
     * @throws BridgeException if nothing more can be read
     */
    List<BridgeRecord> read(Duration timeout);

    /** Whether everything up to the end was read; true at once if there is nothing. */
    boolean isOver();

    /** How far it goes: the {@linkplain Origin#id id} of the last record of each partition that has had any, in their order. */
    List<String> end();

    /** Lets go of everything, within seconds. */
    @Override
    void close();
}
