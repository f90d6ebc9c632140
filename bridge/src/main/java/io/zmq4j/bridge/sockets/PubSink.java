package io.zmq4j.bridge.sockets;

import io.zmq4j.PubSocket;
import io.zmq4j.bridge.spi.BridgeRecord;
import io.zmq4j.bridge.spi.Completion;
import io.zmq4j.bridge.spi.Promise;
import io.zmq4j.bridge.spi.Sink;
import io.zmq4j.error.ZmqException;

/** Publishes records by a PUB. Written means published: who is not there, or too slow, misses it. */
final class PubSink implements Sink {
    private final PubSocket socket;
    private final Publication publication;

    PubSink(PubSocket socket, Publication publication) {
        this.socket = socket;
        this.publication = publication;
    }

    @Override
    public void write(BridgeRecord record, Completion completion) {
        try {
            socket.send(publication.of(record));
        } catch (ZmqException e) {
            completion.failed(String.valueOf(e.getMessage()));
            return;
        }
        completion.written();
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
