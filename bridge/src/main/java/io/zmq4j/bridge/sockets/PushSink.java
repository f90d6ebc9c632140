package io.zmq4j.bridge.sockets;

import io.zmq4j.PushSocket;
import io.zmq4j.bridge.spi.BridgeRecord;
import io.zmq4j.bridge.spi.Completion;
import io.zmq4j.bridge.spi.Promise;
import io.zmq4j.bridge.spi.Sink;
import java.util.concurrent.atomic.AtomicInteger;

/** Shares records out by a PUSH. Written means queued for a peer that is there: if that one dies, it is lost. */
final class PushSink implements Sink {
    private final PushSocket socket;

    /** Sends that wait for a peer or for room: while there are any, nobody may overtake them. */
    private final AtomicInteger waiting = new AtomicInteger();

    PushSink(PushSocket socket) {
        this.socket = socket;
    }

    @Override
    public void write(BridgeRecord record, Completion completion) {
        if (waiting.get() == 0 && !socket.isClosed() && socket.trySend(record.message())) {
            completion.written();
            return;
        }
        waiting.incrementAndGet();
        var unused = socket.sendAsync(record.message()).whenComplete((sent, failure) -> {
            waiting.decrementAndGet();
            if (failure == null) {
                completion.written();
            } else {
                completion.failed(String.valueOf(failure.getMessage()));
            }
        });
    }

    @Override
    public Promise promise() {
        return Promise.AT_MOST_ONCE;
    }

    @Override
    public void close() {
        socket.close();
    }
}
