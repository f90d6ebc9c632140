package io.zmq4j.bridge.sockets;

import io.zmq4j.RouterSocket;
import io.zmq4j.bridge.spi.BridgeRecord;
import io.zmq4j.bridge.spi.Completion;
import io.zmq4j.bridge.spi.KeyRule;
import io.zmq4j.bridge.spi.Promise;
import io.zmq4j.bridge.spi.Sink;
import io.zmq4j.error.UnroutableException;
import io.zmq4j.error.ZmqException;
import java.util.HexFormat;

/** Sends each record to the peer whose routing id is the record's key, by a ROUTER. Written means queued for that peer. */
final class RouterSink implements Sink {
    /** What becomes of a record whose peer is not there. */
    enum Absent {
        /** It waits, and all behind it do. */
        WAIT,
        /** It is a dead letter. */
        REJECT
    }

    private final RouterSocket socket;
    private final KeyRule keys;
    private final Absent absent;

    RouterSink(RouterSocket socket, KeyRule keys, Absent absent) {
        this.socket = socket;
        this.keys = keys;
        this.absent = absent;
    }

    @Override
    public void write(BridgeRecord record, Completion completion) {
        byte[] key = keys.keyOf(record);
        if (key == null) {
            completion.rejected("it has no key, which would be the routing id of the peer that gets it");
            return;
        }
        boolean sent;
        try {
            sent = socket.trySend(record.message().prependWrapped(key));
        } catch (UnroutableException e) {
            String reason = "nobody has the routing id 0x" + HexFormat.of().formatHex(key);
            if (absent == Absent.REJECT) {
                completion.rejected(reason);
            } else {
                completion.failed(reason);
            }
            return;
        } catch (ZmqException e) {
            completion.failed(String.valueOf(e.getMessage()));
            return;
        }
        if (sent) {
            completion.written();
        } else {
            completion.failed("the queue for the routing id 0x" + HexFormat.of().formatHex(key) + " is full");
        }
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
