package io.zmq4j.talk;

import io.zmq4j.zmtp.wire.ProtocolException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Lets a {@link Talker} talk over a socket, with the thread that calls. */
public final class Wire implements AutoCloseable {
    private final Socket socket;
    private final Talker talker;
    private final byte[] buffer = new byte[64 * 1024];

    public Wire(Socket socket, Talker talker) {
        this.socket = socket;
        this.talker = talker;
    }

    /** Sends and receives until this holds, which must be in time. */
    public void until(BooleanSupplier condition, Duration timeout) throws IOException, ProtocolException {
        long deadline = System.nanoTime() + timeout.toNanos();
        flush();
        while (!condition.getAsBoolean()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("not within " + timeout);
            }
            socket.setSoTimeout((int) left);
            int count;
            try {
                count = socket.getInputStream().read(buffer);
            } catch (SocketTimeoutException e) {
                throw new AssertionError("not within " + timeout, e);
            }
            if (count < 0) {
                throw talker.engine().endOfStream();
            }
            talker.receive(buffer, 0, count);
            flush();
        }
    }

    public void flush() throws IOException {
        socket.getOutputStream().write(talker.transmit());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
