package io.zmq4j.jeromq;

import io.zmq4j.event.Registration;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import zmq.SocketBase;
import zmq.ZError;

/**
 * A channel that is readable when a socket may have become ready since somebody looked: for selectors of the application, which
 * read nothing from it. It has one byte at most.
 *
 * <p>Who looks at the socket clears it first, and so is told again of whatever comes meanwhile.
 */
public final class ReadyChannel implements AutoCloseable {
    private final Signal signal;
    private final Registration registration;

    private ReadyChannel(Signal signal, Registration registration) {
        this.signal = signal;
        this.registration = registration;
    }

    /**
     * Two file descriptors.
     *
     * @throws ZError.IOException if the system has none to give
     * @throws io.zmq4j.error.SocketClosedException if the socket is closed
     */
    public static ReadyChannel of(SocketBase socket) {
        try {
            Pipe pipe = Pipe.open();
            boolean made = false;
            try {
                pipe.source().configureBlocking(false);
                pipe.sink().configureBlocking(false);
                var signal = new Signal(pipe);
                Registration registration = socket.socket().onReady(signal::tell);
                made = true;
                return new ReadyChannel(signal, registration);
            } finally {
                if (!made) {
                    close(pipe);
                }
            }
        } catch (IOException e) {
            throw new ZError.IOException(e);
        }
    }

    /** What the application gives to its selector. */
    public SelectableChannel source() {
        return signal.pipe.source();
    }

    /** Makes it readable, as there is something to do. */
    public void tell() {
        signal.tell();
    }

    /** Makes it unreadable, until something comes; false if it was. */
    public boolean clear() {
        return signal.clear();
    }

    @Override
    public void close() {
        registration.close();
        close(signal.pipe);
    }

    private static void close(Pipe pipe) {
        try {
            pipe.sink().close();
            pipe.source().close();
        } catch (IOException e) {
            // There is nobody whom it concerns.
        }
    }

    /** A pipe with one byte in it, or none. Safe for any thread; neither end blocks. */
    private static final class Signal {
        private final Pipe pipe;

        /** Whether the byte is there; it is put in and taken out with this object's lock, as what says so must not be ahead of it. */
        private volatile boolean told;

        Signal(Pipe pipe) {
            this.pipe = pipe;
        }

        void tell() {
            if (!told) {
                put();
            }
        }

        private synchronized void put() {
            if (told) {
                return;
            }
            told = true;
            try {
                pipe.sink().write(ByteBuffer.allocate(1));
            } catch (IOException e) {
                // It was closed, and a selector has seen that.
            }
        }

        boolean clear() {
            return told && take();
        }

        private synchronized boolean take() {
            try {
                pipe.source().read(ByteBuffer.allocate(1));
            } catch (IOException e) {
                // As above.
            }
            told = false;
            return true;
        }
    }
}
