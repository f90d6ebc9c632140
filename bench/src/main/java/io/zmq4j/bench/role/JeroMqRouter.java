package io.zmq4j.bench.role;

import java.nio.ByteBuffer;
import org.zeromq.ZMQ;

/** A ROUTER of JeroMQ: a frame with the routing id comes before each message, and goes before each answer. */
final class JeroMqRouter extends JeroMqPeer {
    JeroMqRouter(ZMQ.Socket socket) {
        super(socket);
    }

    @Override
    public ByteBuffer receive() {
        received();
        return super.receive();
    }

    @Override
    public boolean tryReceive(Ledger ledger) {
        throw new UnsupportedOperationException("a ROUTER is only waited for here");
    }

    @Override
    public void answer(Ledger ledger) {
        byte[] routingId = received();
        byte[] question = received();
        checkSent(socket.send(routingId, ZMQ.SNDMORE));
        send(question);
        ledger.take(ByteBuffer.wrap(question));
    }
}
