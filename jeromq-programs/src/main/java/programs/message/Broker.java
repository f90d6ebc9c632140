package programs.message;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;
import programs.Aside;
import programs.Expect;

/** A broker hands whole messages on, from clients to a worker and back, without a look into them. */
public final class Broker {
    private static final int REQUESTS = 20;

    private Broker() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket front = context.socket(SocketType.ROUTER);
                ZMQ.Socket back = context.socket(SocketType.DEALER);
                ZMQ.Socket client = context.socket(SocketType.REQ);
                ZMQ.Socket worker = context.socket(SocketType.REP)) {
            front.bind("tcp://127.0.0.1:*");
            back.bind("inproc://broker-workers");
            client.connect(front.getLastEndpoint());
            worker.connect("inproc://broker-workers");
            Aside working = Aside.start(() -> {
                for (int i = 0; i < REQUESTS; i++) {
                    ZMsg request = ZMsg.recvMsg(worker);
                    request.addFirst("done");
                    Expect.that(request.send(worker), "the worker's answer");
                }
            });
            Aside handing = Aside.start(() -> {
                for (int i = 0; i < REQUESTS; i++) {
                    Expect.that(ZMsg.recvMsg(front).send(back), "to the worker");
                    Expect.that(ZMsg.recvMsg(back).send(front), "to the client");
                }
            });
            for (int i = 0; i < REQUESTS; i++) {
                ZMsg request = ZMsg.newStringMsg("task", Integer.toString(i));
                Expect.that(request.send(client, false), "request");
                Expect.equal(2, request.size());
                Expect.equal("[ done, task, " + i + " ]", ZMsg.recvMsg(client).toString());
            }
            working.join();
            handing.join();
        }
    }
}
