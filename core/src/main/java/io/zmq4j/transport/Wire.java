package io.zmq4j.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import org.jspecify.annotations.Nullable;

/**
 * A byte stream to one peer that never blocks: a channel, or something put in front of one that enciphers, shakes hands or
 * asks a proxy, or no channel at all.
 *
 * <p>It has two halves, {@link #READ} and {@link #WRITE}. What belongs to a half is called inside that half's
 * {@link io.zmq4j.loop.Gate gate}, so by one thread at a time, and the two halves at the same time by two threads. A wire on
 * which one half needs the other, as an answer that it owes because of what it has read, notes it and calls
 * {@link Host#ready}.
 *
 * <pre>
 *                 read, hasBuffered                write, owes, unsent, finish
 *   engine  ◄─────────────────────── Wire ◄────────────────────────────────────  engine
 *                                     │ want(half): told to the descriptor, if there is one
 *                                     ▼
 *                          Host.serve, Host.ready, Host.work
 * </pre>
 *
 * <p><b>Nothing is forgotten in it.</b> The one that reads goes on until {@link #hasBuffered} is false, or is held back by a
 * full queue and comes again when there is room. So a selector, a poller and a thread with a selector of its own may look at
 * the descriptor alone.
 *
 * <p><b>Accepted is not gone.</b> A wire may accept bytes that it still holds: these are {@link #unsent}, and go out again on
 * the next wire if this one dies. While it {@link #owes} anything, nobody says goodbye.
 */
public interface Wire {
    int READ = 1;
    int WRITE = 2;

    /** What a wire asks of the connection that it carries. */
    interface Host {
        /** A half can go on: works at once. Called with the loop's token, from outside the wire. */
        void serve(int halves);

        /** Either half may be able to go on: notes that and runs nothing, so any method of a wire may call it. Any thread. */
        void ready();

        /** Runs what takes long or blocks on a thread of its own, off both gates, and then {@link #ready}. Any thread. */
        void work(Runnable task);

        /** The wire cannot go on. Any thread. */
        void fail(Throwable failure);
    }

    /**
     * Begins, before any other thread knows the wire, with the loop's token held. It may have to shake hands first: until
     * then it reads 0 bytes and accepts 0.
     */
    void open(Host host) throws IOException;

    /**
     * Reads into the buffer. For {@link #READ}.
     *
     * @return how many bytes; 0 if there are none now, -1 if the peer has ended its half in due form
     * @throws WireException if the wire knows better than "lost" why it ends
     */
    int read(ByteBuffer into) throws IOException;

    /**
     * Whether {@link #read} would go on with something of which no descriptor tells. While that is so, a read takes nothing from
     * the descriptor: so it ends. For {@link #READ}.
     */
    default boolean hasBuffered() {
        return false;
    }

    /**
     * Accepts bytes of the buffer, none if it holds enough already. With an empty buffer it goes on with what it holds. For
     * {@link #WRITE}.
     *
     * @return how many bytes
     * @throws WireException if the wire knows better than "lost" why it ends
     */
    int write(ByteBuffer from) throws IOException;

    /** Whether it has something to write, be it accepted or its own: then a write of nothing helps. For {@link #WRITE}. */
    default boolean owes() {
        return false;
    }

    /**
     * How many of the bytes that were accepted have not left in a form that the peer can read; 0 unless it {@link #owes}. For
     * {@link #WRITE}, and when it is closed.
     */
    default int unsent() {
        return 0;
    }

    /** Ends the output, after all has left. For {@link #WRITE}; again and again until it gives true, as that has left too. */
    boolean finish() throws IOException;

    /**
     * Whether this half waits. So long it is told, again and again, while it can go on; the wire knows what its descriptor must
     * be asked for, which is not always the same. At first reading is wanted and writing is not. For that half.
     *
     * @return false if there is nothing any more that could tell
     */
    boolean want(int half, boolean wanted);

    /** The descriptor that tells when there may be something to read; null if there is none. Always the same. Any thread. */
    default @Nullable SelectableChannel channel() {
        return null;
    }

    /** Lets go of everything, also in the middle of something. Any thread; throws nothing. */
    void close();
}
