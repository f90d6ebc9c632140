package io.zmq4j.bench.role;

import java.nio.ByteBuffer;
import org.zeromq.ZMQ;

/** A SERVER of JeroMQ: the routing id stands in the message object, which is sent back as it is. */
final class JeroMqServer extends JeroMqPeer {
    JeroMqServer(ZMQ.Socket socket) {
        super(socket);
    }

    @Override
    public void answer(Ledger ledger) {
        var question = socket.recvMsg();
        if (question == null) {
            throw new RunFailedException("cannot receive, errno " + socket.errno());
        }
        byte[] body = question.data();
        checkSent(socket.sendMsg(question));
        ledger.take(ByteBuffer.wrap(body));
    }
}
