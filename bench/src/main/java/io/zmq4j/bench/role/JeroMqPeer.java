package io.zmq4j.bench.role;

import java.nio.ByteBuffer;
import org.zeromq.ZMQ;

/** A socket of JeroMQ. */
class JeroMqPeer implements Peer {
    final ZMQ.Socket socket;

    JeroMqPeer(ZMQ.Socket socket) {
        this.socket = socket;
    }

    @Override
    public String bind(String endpoint) {
        if (!socket.bind(endpoint)) {
            throw new RunFailedException("cannot bind to " + endpoint);
        }
        return socket.getLastEndpoint();
    }

    @Override
    public void connect(String endpoint) {
        if (!socket.connect(endpoint)) {
            throw new RunFailedException("cannot connect to " + endpoint);
        }
    }

    @Override
    public void send(byte[] message) {
        checkSent(socket.send(message));
    }

    final void checkSent(boolean sent) {
        if (!sent) {
            throw new RunFailedException("cannot send, errno " + socket.errno());
        }
    }

    @Override
    public ByteBuffer receive() {
        return ByteBuffer.wrap(received());
    }

    final byte[] received() {
        byte[] frame = socket.recv();
        if (frame == null) {
            throw new RunFailedException("cannot receive, errno " + socket.errno());
        }
        return frame;
    }

    @Override
    public void receive(Ledger ledger) {
        ledger.take(receive());
    }

    @Override
    public boolean tryReceive(Ledger ledger) {
        byte[] message = socket.recv(ZMQ.DONTWAIT);
        if (message == null) {
            return false;
        }
        ledger.take(ByteBuffer.wrap(message));
        return true;
    }

    @Override
    public void answer(Ledger ledger) {
        byte[] question = received();
        send(question);
        ledger.take(ByteBuffer.wrap(question));
    }
}
