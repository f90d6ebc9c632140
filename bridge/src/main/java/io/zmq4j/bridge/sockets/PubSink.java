package io.zmq4j.bridge.sockets;

import io.zmq4j.PubSocket;
import io.zmq4j.bridge.spi.BridgeRecord;
import io.zmq4j.bridge.spi.Completion;
import io.zmq4j.bridge.spi.Promise;
import io.zmq4j.bridge.spi.Sink;
import io.zmq4j.error.ZmqException;
import io.zmq4j.message.Message;

/** Publishes records by a PUB. Written means published: who is not there, or too slow, misses it. */
final class PubSink implements Sink {
    private final PubSocket socket;

    PubSink(PubSocket socket) {
        this.socket = socket;
    }

    @Override
    public void write(BridgeRecord record, Completion completion) {
        try {
            socket.send(withTopic(record));
        } catch (ZmqException e) {
            completion.failed(String.valueOf(e.getMessage()));
            return;
        }
        completion.written();
    }

    /** One frame alone has no topic: its key is one. */
    private static Message withTopic(BridgeRecord record) {
        byte[] key = record.key();
        return key == null || record.message().frameCount() > 1
                ? record.message()
                : record.message().prependWrapped(key);
    }

    @Override
    public void flush() {}

    @Override
    public void reopen() {}

    @Override
    public Promise promise() {
        return Promise.AT_MOST_ONCE;
    }

    @Override
    public void close() {
        socket.close();
    }
}
