package io.zmq4j.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A TCP relay that can go quiet, as a network does behind a router that forgot its connections: what is connected then never
 * hears anything again, not even that the connection ended. Later connections wait until the link is back. Safe for any thread.
 */
final class FragileLink implements AutoCloseable {
    private final ServerSocket listener;
    private final URI target;
    private final Ear ear;
    private final List<Line> lines = new ArrayList<>();
    private boolean quiet;
    private int accepted;

    /** @param target a tcp endpoint to pass connections on to */
    FragileLink(String target) {
        this(target, (fromClient, bytes) -> {});
    }

    /** @param ear hears all that passes */
    FragileLink(String target, Ear ear) {
        this.target = URI.create(target);
        this.ear = ear;
        try {
            listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** Somebody who reads along. Called by a thread of each direction of each connection. */
    @FunctionalInterface
    interface Ear {
        /** Told before they are passed on. */
        void hear(boolean fromClient, byte[] bytes);
    }

    String endpoint() {
        return "tcp://127.0.0.1:" + listener.getLocalPort();
    }

    /** The number of connections that came so far. */
    synchronized int accepted() {
        return accepted;
    }

    synchronized void goQuiet() {
        quiet = true;
        lines.forEach(line -> line.lost = true);
    }

    synchronized void comeBack() {
        quiet = false;
        notifyAll();
    }

    private void accept() {
        try {
            while (true) {
                Socket near = listener.accept();
                awaitLink();
                open(near);
            }
        } catch (IOException | InterruptedException e) {
            // closed
        }
    }

    private synchronized void awaitLink() throws InterruptedException {
        while (quiet) {
            wait();
        }
    }

    private synchronized void open(Socket near) throws IOException {
        accepted++;
        try {
            lines.add(new Line(near, new Socket(target.getHost(), target.getPort()), ear));
        } catch (IOException e) {
            near.close(); // nobody there: the client will try again
        }
    }

    /** One connection: a socket at each end, and a thread for each direction. */
    private static final class Line {
        private final Socket near;
        private final Socket far;
        private final Ear ear;
        private volatile boolean lost;

        Line(Socket near, Socket far, Ear ear) {
            this.near = near;
            this.far = far;
            this.ear = ear;
            start(() -> pump(near, far));
            start(() -> pump(far, near));
        }

        private void pump(Socket from, Socket to) {
            var buffer = new byte[8192];
            try (from) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int size = in.read(buffer); size >= 0; size = in.read(buffer)) {
                    if (!lost) {
                        ear.hear(from == near, Arrays.copyOf(buffer, size));
                        out.write(buffer, 0, size);
                    }
                }
            } catch (IOException e) {
                // broken or closed at either end
            }
            if (!lost) {
                hangUp(to);
            }
        }

        void close() {
            hangUp(near);
            hangUp(far);
        }

        private static void hangUp(Socket socket) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is of no use any more anyway.
            }
        }
    }

    private static void start(Runnable task) {
        var thread = new Thread(task, "fragile link");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public synchronized void close() {
        comeBack();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.forEach(Line::close);
    }
}
