package io.zmq4j.interop;

import io.zmq4j.message.Message;
import io.zmq4j.testkit.Bytes;
import io.zmq4j.testkit.RawListener;
import io.zmq4j.testkit.RawPeer;
import org.jspecify.annotations.Nullable;

/** A plain connection, which a STREAM takes for its peer; it is told of its beginning as a STREAM would be. */
final class BytesPartner implements Partner {
    private static final byte[] SENDER = Bytes.utf8("whoever");
    private static final byte[] NOTHING = {};

    private @Nullable RawListener listener;
    private @Nullable RawPeer peer;
    private boolean isTold;

    @Override
    public String bind(String endpoint) {
        listener = new RawListener(endpoint);
        return listener.endpoint();
    }

    @Override
    public void connect(String endpoint) {
        peer = RawPeer.connect(endpoint);
    }

    @Override
    public void greet() {
        if (listener != null) {
            peer = listener.accept();
        }
    }

    private RawPeer peer() {
        if (peer == null) {
            throw new AssertionError("nobody is connected");
        }
        return peer;
    }

    @Override
    public void send(Message message) {
        peer().send(message.bytes(1));
    }

    @Override
    public Message receive() {
        byte[] bytes = isTold ? peer().readSome() : NOTHING;
        isTold = true;
        return Message.of(SENDER, bytes);
    }

    @Override
    public void close() {
        if (listener != null) {
            listener.close();
        }
        if (peer != null) {
            peer.close();
        }
    }
}
