package io.zmq4j.interop.shortage;

import io.zmq4j.Poller;
import io.zmq4j.PullSocket;
import io.zmq4j.message.Message;
import org.jspecify.annotations.Nullable;

/** One of two sockets that a poller watches, for a {@link OneWay.In}. For one thread. */
final class Polled {
    private final Poller poller;
    private final PullSocket first;
    private final PullSocket second;

    Polled(Poller poller, PullSocket first, PullSocket second) {
        this.poller = poller;
        this.first = first;
        this.second = second;
        var unused = poller.onReadable(first);
        unused = poller.onReadable(second);
    }

    /** The next message of the first socket; those of the second are thrown away. */
    Message receive() {
        while (true) {
            @Nullable Message message = first.tryReceive().orElse(null);
            if (message != null) {
                return message;
            }
            while (second.tryReceive().isPresent()) {}
            poller.poll();
        }
    }
}
