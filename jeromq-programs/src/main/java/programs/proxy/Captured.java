package programs.proxy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Aside;
import programs.Expect;

/** What goes through a proxy in either direction is copied to its capture socket, frame by frame. */
public final class Captured {
    private Captured() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket client = context.socket(SocketType.REQ);
                ZMQ.Socket server = context.socket(SocketType.REP);
                ZMQ.Socket listener = context.socket(SocketType.PULL);
                ZMQ.Socket control = context.socket(SocketType.PAIR)) {
            listener.bind("inproc://listener");
            control.bind("inproc://control");
            server.bind("inproc://server");
            CountDownLatch bound = new CountDownLatch(1);
            Aside proxy = Aside.start(() -> {
                try (ZMQ.Socket frontend = context.socket(SocketType.ROUTER);
                        ZMQ.Socket backend = context.socket(SocketType.DEALER);
                        ZMQ.Socket capture = context.socket(SocketType.PUSH);
                        ZMQ.Socket steering = context.socket(SocketType.PAIR)) {
                    frontend.bind("inproc://frontend");
                    backend.connect("inproc://server");
                    capture.connect("inproc://listener");
                    steering.connect("inproc://control");
                    bound.countDown();
                    Expect.that(ZMQ.proxy(frontend, backend, capture, steering), "ends by the control");
                }
            });
            bound.await();
            client.setIdentity("client".getBytes(ZMQ.CHARSET));
            client.connect("inproc://frontend");
            client.sendMore("first");
            client.send("second");
            Expect.equal("first", server.recvStr());
            Expect.equal("second", server.recvStr());
            server.send("reply");
            Expect.equal("reply", client.recvStr());
            for (String frame : List.of("client", "", "first", "second")) {
                Expect.equal(frame, listener.recvStr());
                Expect.equal(!frame.equals("second"), listener.hasReceiveMore());
            }
            for (String frame : List.of("client", "", "reply")) {
                Expect.equal(frame, listener.recvStr());
                Expect.equal(!frame.equals("reply"), listener.hasReceiveMore());
            }
            control.send(ZMQ.PROXY_TERMINATE);
            proxy.join();
        }
    }
}
