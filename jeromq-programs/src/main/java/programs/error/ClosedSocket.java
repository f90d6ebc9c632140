package programs.error;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import programs.Expect;

/** Closing twice is harmless. A closed socket of ours says that it is one; in JeroMQ what happens depends on the moment. */
public final class ClosedSocket {
    private ClosedSocket() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket peer = context.socket(SocketType.DEALER)) {
            peer.bind("inproc://closed");
            ZMQ.Socket socket = context.socket(SocketType.DEALER);
            socket.connect("inproc://closed");
            socket.send("before");
            socket.close();
            socket.close();
            Expect.equal("before", peer.recvStr());
            if (Expect.onZmq4j()) {
                Expect.failure(ZMQException.class, () -> socket.recv(ZMQ.DONTWAIT));
                Expect.failure(ZMQException.class, () -> socket.send("after", ZMQ.DONTWAIT));
                Expect.equal(null, peer.recv(ZMQ.DONTWAIT));
            }
        }
    }
}
