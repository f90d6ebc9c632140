package programs.pattern;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A PAIR has one peer. On JeroMQ a second one within the process is refused for good; on zmq4j it comes next. */
public final class SecondPair {
    private SecondPair() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket pair = context.socket(SocketType.PAIR);
                ZMQ.Socket first = context.socket(SocketType.PAIR);
                ZMQ.Socket second = context.socket(SocketType.PAIR)) {
            second.setLinger(0);
            pair.bind("inproc://pair");
            first.connect("inproc://pair");
            first.send("first");
            Expect.equal("first", pair.recvStr());

            Expect.that(second.connect("inproc://pair"), "a second one may connect");
            Expect.that(second.send("second", ZMQ.DONTWAIT), "and send");
            pair.setReceiveTimeOut(200);
            Expect.equal(null, pair.recvStr());
            pair.send("to the first");
            Expect.equal("to the first", first.recvStr());

            first.close();
            pair.setReceiveTimeOut(Expect.onZmq4j() ? 20_000 : 500);
            Expect.equal(Expect.onZmq4j() ? "second" : null, pair.recvStr());
            Expect.equal(Expect.onZmq4j(), second.send("more", ZMQ.DONTWAIT));
        }
    }
}
