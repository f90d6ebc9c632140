package io.zmq4j.cli;

import io.zmq4j.Context;
import io.zmq4j.Receiver;
import io.zmq4j.Sender;
import io.zmq4j.Socket;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long a verb waits, for each thing it waits for. */
final class Patience {
    private static final Duration FOR_EVER = Duration.ofNanos(Long.MAX_VALUE);

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description =
                    "Give up, with exit code 2, when a peer, a message or room for one has not come within this time. "
                            + "Without it: wait for ever.")
    private @Nullable Duration timeout;

    @Option(
            names = "--linger",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description =
                    "At the end, wait this long until every message is handed over. Without it: as long as --timeout, "
                            + "or 30.")
    private @Nullable Duration linger;

    @Option(
            names = "--wait-for-peer",
            description = "Begin when a peer is connected; on pub and xpub, when one has subscribed.")
    private boolean waitForPeer;

    @Nullable
    Duration timeout() {
        return timeout;
    }

    Duration linger() {
        if (linger != null) {
            return linger;
        }
        return timeout != null ? timeout : Context.CLOSE_TIMEOUT;
    }

    void awaitPeer(Socket socket) {
        if (waitForPeer && !socket.awaitPeer(timeout != null ? timeout : FOR_EVER)) {
            throw timedOut("no peer");
        }
    }

    void send(Sender socket, Message message) {
        // Without a timeout of ours, the socket's own SNDTIMEO and RCVTIMEO count.
        if (timeout == null) {
            socket.send(message);
        } else if (!socket.send(message, timeout)) {
            throw timedOut("no peer with room for a message");
        }
    }

    Message receive(Receiver socket) {
        if (timeout == null) {
            return socket.receive();
        }
        return socket.receive(timeout).orElseThrow(() -> timedOut("no message"));
    }

    /** The queue's next element; the one that marks its end is the producer's to put in. */
    <T> T take(BlockingQueue<T> queue) {
        try {
            var element = timeout == null ? queue.take() : queue.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
            if (element == null) {
                throw timedOut("no event");
            }
            return element;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException("interrupted while it waited for an event");
        }
    }

    TimedOutException timedOut(String what) {
        return new TimedOutException(what + (timeout == null ? "" : " within " + Seconds.text(timeout)));
    }
}
