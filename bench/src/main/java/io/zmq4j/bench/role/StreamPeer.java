package io.zmq4j.bench.role;

import io.zmq4j.StreamSocket;
import io.zmq4j.message.Message;
import java.nio.ByteBuffer;

/**
 * A STREAM with one connection. Messages are of one size and follow each other without frames: they are cut out of the bytes by the
 * size that the ledger expects.
 */
final class StreamPeer extends SocketPeer {
    private static final byte[] CONNECTED = {1};

    private final StreamSocket stream;

    /** The connection, by its routing id: the one that was made from here, else the one that bytes came by. */
    private byte[] connection = CONNECTED;

    private ByteBuffer arrived = ByteBuffer.allocate(0);

    StreamPeer(StreamSocket stream) {
        super(stream);
        this.stream = stream;
        stream.streamNotify(false);
    }

    @Override
    public void connect(String endpoint) {
        stream.connectRoutingId(CONNECTED);
        super.connect(endpoint);
    }

    @Override
    public void send(byte[] message) {
        stream.send(Message.wrap(new byte[][] {connection, message}));
    }

    @Override
    public void receive(Ledger ledger) {
        ledger.take(ByteBuffer.wrap(received(ledger.size())));
    }

    @Override
    public boolean tryReceive(Ledger ledger) {
        throw new UnsupportedOperationException("a STREAM waits for the rest of a message");
    }

    @Override
    public void answer(Ledger ledger) {
        byte[] question = received(ledger.size());
        send(question);
        ledger.take(ByteBuffer.wrap(question));
    }

    private byte[] received(int size) {
        var message = new byte[size];
        for (int got = 0; got < size; ) {
            if (!arrived.hasRemaining()) {
                var bytes = stream.receive();
                connection = bytes.bytes(0);
                arrived = bytes.buffer(1);
            }
            int count = Math.min(size - got, arrived.remaining());
            arrived.get(message, got, count);
            got += count;
        }
        return message;
    }
}
