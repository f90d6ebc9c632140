package io.zmq4j.cli;

import io.zmq4j.Socket;
import io.zmq4j.event.SocketEvent;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** How much a verb tells on stderr. */
final class Verbosity {
    /** What is told from which {@code -v} on. */
    enum Level {
        NOTHING,
        CONNECTIONS,
        HANDSHAKES,
        EVERYTHING
    }

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but errors.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description =
                    "Tell on stderr about connections; -vv also handshakes; -vvv also subscriptions, heartbeats, retries.")
    private boolean[] verbose = {};

    Level level() {
        return Level.values()[Math.min(verbose.length, Level.values().length - 1)];
    }

    /** A hint that -q does without. */
    void say(PrintStream err, String hint) {
        if (!quiet) {
            err.println("zmq: " + hint);
        }
    }

    /** Tells about this socket until its last event. */
    Watch watch(Socket socket, PrintStream err) {
        var watch = new Watch(level(), err);
        switch (level()) {
            case NOTHING -> watch.ended.countDown();
            case CONNECTIONS -> socket.onEvent(watch);
            case HANDSHAKES, EVERYTHING -> socket.onTrace(watch);
        }
        return watch;
    }

    /** Prints events, on the thread that tells them. */
    static final class Watch implements Consumer<SocketEvent> {
        private final Level level;
        private final PrintStream err;
        private final CountDownLatch ended = new CountDownLatch(1);

        private final Retries retries;

        Watch(Level level, PrintStream err) {
            this.level = level;
            this.err = err;
            retries = new Retries(System::nanoTime, level == Level.EVERYTHING);
        }

        @Override
        public void accept(SocketEvent event) {
            if (isWanted(event)) {
                String line = retries.line(event);
                if (line != null) {
                    err.println(line);
                }
            }
            if (event.type() == SocketEvent.Type.MONITOR_STOPPED) {
                ended.countDown();
            }
        }

        private boolean isWanted(SocketEvent event) {
            return switch (event.type()) {
                case MONITOR_STOPPED -> false;
                case TRACE -> level == Level.EVERYTHING || (level == Level.HANDSHAKES && EventText.isHandshake(event));
                case CONNECT_DELAYED -> level == Level.EVERYTHING;
                default -> true;
            };
        }

        /** After the socket was closed: waits briefly for what is still to be told. */
        void awaitEnd() {
            try {
                ended.await(200, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
