package io.zmq4j.jeromq;

import io.zmq4j.Socket;
import io.zmq4j.event.Registration;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import zmq.ZError;

/**
 * A channel that is readable when a socket may have become ready since somebody looked: for selectors of the application, which
 * read nothing from it. It has one byte at most.
 *
 * <p>Who looks at the socket clears it first, and so is told again of whatever comes meanwhile.
 */
public final class ReadyChannel implements AutoCloseable {
    private final Pipe pipe;
    private final Registration registration;
    private final AtomicBoolean told = new AtomicBoolean();

    private ReadyChannel(Pipe pipe, Socket socket) {
        this.pipe = pipe;
        registration = socket.onReady(() -> tell(pipe, told));
    }

    /**
     * Two file descriptors.
     *
     * @throws ZError.IOException if the system has none to give
     * @throws io.zmq4j.error.SocketClosedException if the socket is closed
     */
    public static ReadyChannel of(Socket socket) {
        try {
            Pipe pipe = Pipe.open();
            boolean made = false;
            try {
                pipe.source().configureBlocking(false);
                pipe.sink().configureBlocking(false);
                var channel = new ReadyChannel(pipe, socket);
                made = true;
                return channel;
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
        return pipe.source();
    }

    /** Makes it readable, as there is something to do. */
    public void tell() {
        tell(pipe, told);
    }

    private static void tell(Pipe pipe, AtomicBoolean told) {
        if (!told.compareAndSet(false, true)) {
            return;
        }
        try {
            pipe.sink().write(ByteBuffer.allocate(1));
        } catch (IOException e) {
            // It was closed, and a selector has seen that.
        }
    }

    /** Makes it unreadable, until something comes; false if it was. */
    public boolean clear() {
        if (!told.get()) {
            return false;
        }
        try {
            pipe.source().read(ByteBuffer.allocate(1));
        } catch (IOException e) {
            // As above.
        }
        told.set(false);
        return true;
    }

    @Override
    public void close() {
        registration.close();
        close(pipe);
    }

    private static void close(Pipe pipe) {
        try {
            pipe.sink().close();
            pipe.source().close();
        } catch (IOException e) {
            // There is nobody whom it concerns.
        }
    }
}
