package io.zmq4j.patterns.agent;

import io.zmq4j.Poller;
import io.zmq4j.ReceivingSocket;
import io.zmq4j.Socket;
import io.zmq4j.event.Received;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A socket that an agent reads. Owned by the agent's thread. */
public final class Source {
    /** Most messages of one socket in a row: then the others, the tasks and the clock have their turn. */
    private static final int BATCH = 256;

    private final ReceivingSocket socket;
    private final Poller poller;
    private final BooleanSupplier isWanted;
    private final Consumer<Received> handler;
    private Poller.@Nullable Item item;

    Source(ReceivingSocket socket, Poller poller, BooleanSupplier isWanted, Consumer<Received> handler) {
        this.socket = socket;
        this.poller = poller;
        this.isWanted = isWanted;
        this.handler = handler;
    }

    /** Polls it as long as its messages are wanted: what is not polled stays in the socket, and in the end with the peers. */
    void prepare() {
        boolean wanted = isWanted.getAsBoolean();
        if (wanted && item == null) {
            item = poller.onReadable(socket);
        } else if (!wanted && item != null) {
            item.remove();
            item = null;
        }
    }

    void take(Guard guard) {
        if (item == null || !item.isReady()) {
            return;
        }
        // A handler may end this source.
        for (int i = 0; i < BATCH && item != null && isWanted.getAsBoolean(); i++) {
            Optional<Received> next = socket.tryReceiveFrom();
            if (next.isEmpty()) {
                return;
            }
            guard.run(() -> handler.accept(next.get()));
        }
    }

    void end() {
        if (item != null) {
            item.remove();
            item = null;
        }
        ((Socket) socket).close();
    }
}
