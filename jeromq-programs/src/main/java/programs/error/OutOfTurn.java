package programs.error;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A REQ that receives before it has asked, or asks twice, and a REP that answers nobody, fail with EFSM and can go on. */
public final class OutOfTurn {
    private OutOfTurn() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket client = context.socket(SocketType.REQ);
                ZMQ.Socket server = context.socket(SocketType.REP)) {
            server.bind("inproc://turn");
            client.connect("inproc://turn");
            Expect.code(ZMQ.Error.EFSM.getCode(), () -> client.recv());
            Expect.code(ZMQ.Error.EFSM.getCode(), () -> client.recv(ZMQ.DONTWAIT));
            Expect.code(ZMQ.Error.EFSM.getCode(), () -> server.send("nobody asked"));
            client.send("question");
            Expect.code(ZMQ.Error.EFSM.getCode(), () -> client.send("second question"));
            Expect.equal("question", server.recvStr());
            if (Expect.onZmq4j()) {
                Expect.code(ZMQ.Error.EFSM.getCode(), () -> server.recv());
            } else {
                Expect.equal(null, server.recv(ZMQ.DONTWAIT));
            }
            server.send("answer");
            Expect.equal("answer", client.recvStr());
            Expect.code(ZMQ.Error.EFSM.getCode(), () -> client.recv());
        }
    }
}
