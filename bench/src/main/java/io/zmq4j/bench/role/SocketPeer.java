package io.zmq4j.bench.role;

import io.zmq4j.Receiver;
import io.zmq4j.Sender;
import io.zmq4j.Socket;
import io.zmq4j.message.Message;
import java.nio.ByteBuffer;

/** A socket of zmq4j. The last frame is what counts; before it may be a routing id or a group. */
class SocketPeer implements Peer {
    final Socket socket;

    SocketPeer(Socket socket) {
        this.socket = socket;
    }

    @Override
    public String bind(String endpoint) {
        return socket.bind(endpoint).uri();
    }

    @Override
    public void connect(String endpoint) {
        socket.connect(endpoint);
    }

    @Override
    public void send(byte[] message) {
        ((Sender) socket).send(Message.wrap(message));
    }

    @Override
    public ByteBuffer receive() {
        return body(((Receiver) socket).receive());
    }

    @Override
    public void receive(Ledger ledger) {
        ledger.take(body(((Receiver) socket).receive()));
    }

    @Override
    public boolean tryReceive(Ledger ledger) {
        var message = ((Receiver) socket).tryReceive();
        message.ifPresent(taken -> ledger.take(body(taken)));
        return message.isPresent();
    }

    /** Whole, so that a routing id in front leads it back. */
    @Override
    public void answer(Ledger ledger) {
        var question = ((Receiver) socket).receive();
        ((Sender) socket).send(question);
        ledger.take(body(question));
    }

    private static ByteBuffer body(Message message) {
        return message.buffer(message.frameCount() - 1);
    }
}
