package io.zmq4j.bench.bridge;

import io.zmq4j.Context;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.message.Message;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** The socket of a loop written by hand: a PULL for the way in, a PUSH for the way out. Belongs to the loop's thread. */
interface LoopSocket extends AutoCloseable {
    /** How long each call waits, so that a loop can end. */
    Duration WAIT = Duration.ofMillis(100);

    /** JeroMQ 0.6 never begins the handshake on a few connections until this is over; by default that is 30 seconds. */
    int HANDSHAKE_MILLIS = 300;

    byte @Nullable [] receive();

    /** False if there was no room in time. */
    boolean send(byte[] body);

    @Override
    void close();

    static LoopSocket ofZmq4j(Way way, String endpoint) {
        var context = Context.create();
        PullSocket pull = context.pull();
        PushSocket push = context.push();
        var unused = way == Way.IN ? pull.connect(endpoint) : push.connect(endpoint);
        return new LoopSocket() {
            @Override
            public byte @Nullable [] receive() {
                return pull.receive(WAIT).map(message -> message.array(0)).orElse(null);
            }

            @Override
            public boolean send(byte[] body) {
                return push.send(Message.wrap(body), WAIT);
            }

            @Override
            public void close() {
                context.close(Duration.ZERO);
            }
        };
    }

    static LoopSocket ofJeroMq(Way way, String endpoint) {
        var context = new ZContext();
        context.setLinger(0);
        ZMQ.Socket socket = context.createSocket(way == Way.IN ? SocketType.PULL : SocketType.PUSH);
        socket.setReceiveTimeOut((int) WAIT.toMillis());
        socket.setSendTimeOut((int) WAIT.toMillis());
        socket.setHandshakeIvl(HANDSHAKE_MILLIS);
        socket.connect(endpoint);
        return new LoopSocket() {
            @Override
            public byte @Nullable [] receive() {
                return socket.recv();
            }

            @Override
            public boolean send(byte[] body) {
                return socket.send(body);
            }

            @Override
            public void close() {
                context.close();
            }
        };
    }
}
