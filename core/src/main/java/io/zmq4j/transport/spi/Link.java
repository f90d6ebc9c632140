package io.zmq4j.transport.spi;

import java.nio.channels.SelectableChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint at work. Called by any thread, one at a time, each seeing what the one before did; nothing blocks. What the
 * network does is no exception but an {@link LinkHost#event event}: one that is thrown ends the link. Times are those of
 * {@link System#nanoTime}.
 */
public interface Link {
    /** Where it is open, with the real port; null for as it was given. The same always. */
    default @Nullable String endpoint() {
        return null;
    }

    /** Its channels, in non-blocking mode; the same until {@link LinkHost#channelsChanged}. Any thread. */
    List<? extends SelectableChannel> channels();

    /** Takes in some of what has come. Only while {@link LinkHost#hasRoom}. */
    void receive(long nowNanos);

    /**
     * Sends what there is to send: the host's messages and what the protocol has to say. After every {@link #receive}, and
     * when {@link #nanosToNext} has passed.
     */
    void transmit(long nowNanos);

    /** Whether the kernel took no more: {@link #transmit} follows when it does. */
    boolean isBlocked();

    /** When {@link #transmit} is to be called if nothing happens before. {@link Long#MAX_VALUE} for never. */
    long nanosToNext(long nowNanos);

    /** There will be no more messages to send: it may say goodbye. */
    void finish();

    /** Whether, after {@link #finish}, everything is handed over. */
    boolean isFinished(long nowNanos);

    /** How many messages it took and has not handed over completely; before {@link #close}. */
    long unsent();

    /** Closes the channels. Nothing is called any more. */
    void close();
}
