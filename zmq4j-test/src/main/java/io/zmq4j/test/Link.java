package io.zmq4j.test;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * One connection of a proxy: a channel from the client and one to the target, and a thread for each direction that forwards.
 *
 * <pre>
 *   FORWARDING ── half-opened ──▶ HALF_OPEN: the client's channel is read, and what comes is thrown away
 * </pre>
 */
final class Link {
    private enum State {
        FORWARDING,
        HALF_OPEN
    }

    /** What one thread does; it ends quietly when the channels are closed. */
    private interface Action {
        void run() throws IOException, InterruptedException;
    }

    private final String name;
    private final Conditions conditions;
    private final SocketChannel client;
    private final SocketChannel target;
    private volatile State state = State.FORWARDING;

    Link(String name, Conditions conditions, SocketChannel client, SocketChannel target) {
        this.name = name;
        this.conditions = conditions;
        this.client = client;
        this.target = target;
    }

    /** Begins to forward, with the byte at this offset inverted in each direction; -1 for none. */
    void begin(long flipToTarget, long flipToClient) throws IOException {
        if (isTcp()) {
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            target.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }
        start("to target", () -> forwardAll(client, target, flipToTarget));
        start("to client", () -> forwardAll(target, client, flipToClient));
    }

    /** Leaves the client's side open, and ends the target's. */
    void halfOpen() throws IOException {
        state = State.HALF_OPEN;
        target.close();
    }

    /** Sends these bytes both ways, in threads of their own: a side that does not read keeps nobody waiting. */
    void inject(byte[] bytes) {
        start("garbage to target", () -> write(ByteBuffer.wrap(bytes), target));
        start("garbage to client", () -> write(ByteBuffer.wrap(bytes), client));
    }

    /** How the channels are to end, which is to be said before one is closed: the thread that sees one closed closes the other. */
    void announceEnd(boolean hard) {
        for (SocketChannel channel : new SocketChannel[] {client, target}) {
            try {
                if (!hard) {
                    // Without this a close with bytes unread would be a reset.
                    channel.shutdownOutput();
                } else if (isTcp()) {
                    channel.setOption(StandardSocketOptions.SO_LINGER, 0);
                }
            } catch (IOException e) {
                // A thread here or the far side was faster: ended is ended.
            }
        }
    }

    void close() throws IOException {
        client.close();
        target.close();
    }

    private boolean isTcp() throws IOException {
        return !(client.getLocalAddress() instanceof UnixDomainSocketAddress);
    }

    private void forwardAll(SocketChannel from, SocketChannel to, long flip) throws IOException, InterruptedException {
        try {
            forward(from, to, flip);
            conditions.awaitTurn();
            to.shutdownOutput();
        } catch (IOException e) {
            if (state == State.HALF_OPEN) {
                swallowFrom(from);
                return;
            }
            // One side is gone, so the other is to go as well.
            conditions.awaitTurn();
            close();
        }
    }

    private void swallowFrom(SocketChannel from) throws IOException {
        if (from == client) {
            var bytes = ByteBuffer.allocate(Conditions.CHUNK);
            while (client.read(bytes) >= 0) {
                bytes.clear();
            }
            client.close();
        }
    }

    private void forward(SocketChannel from, SocketChannel to, long flip) throws IOException, InterruptedException {
        var bytes = ByteBuffer.allocate(Conditions.CHUNK);
        long offset = 0;
        while (true) {
            bytes.clear().limit(conditions.awaitTurn());
            int count = from.read(bytes);
            if (count < 0) {
                return;
            }
            if (flip >= offset && flip < offset + count) {
                int at = (int) (flip - offset);
                bytes.put(at, (byte) ~bytes.get(at));
            }
            offset += count;
            conditions.travel();
            writeInPieces(bytes.flip(), to);
        }
    }

    /** As the test wants the pieces at that moment: it may have changed its mind while the bytes were read. */
    private void writeInPieces(ByteBuffer bytes, SocketChannel to) throws IOException, InterruptedException {
        int end = bytes.limit();
        while (bytes.position() < end) {
            bytes.limit(Math.min(end, bytes.position() + conditions.awaitTurn()));
            int size = bytes.remaining();
            write(bytes, to);
            conditions.transmit(size);
        }
    }

    private static void write(ByteBuffer bytes, SocketChannel to) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    private void start(String part, Action action) {
        Daemon.start(name + " " + part, () -> {
            try {
                action.run();
            } catch (IOException | InterruptedException e) {
                // What this thread worked on was closed: its end, not an error.
            }
        });
    }
}
