package programs.pattern;

import java.util.ArrayList;
import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A PULL takes from each of its senders in turn, however much one of them has sent. */
public final class FairQueue {
    private FairQueue() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket pull = context.socket(SocketType.PULL);
                ZMQ.Socket eager = context.socket(SocketType.PUSH);
                ZMQ.Socket calm = context.socket(SocketType.PUSH)) {
            pull.bind("inproc://fair");
            eager.connect("inproc://fair");
            calm.connect("inproc://fair");
            for (int i = 0; i < 100; i++) {
                eager.send("eager");
            }
            calm.send("calm");
            calm.send("calm");
            List<String> received = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                received.add(pull.recvStr());
            }
            Expect.that(received.stream().filter("calm"::equals).count() == 2, "both get their turn: " + received);
            for (int i = 0; i < 97; i++) {
                Expect.equal("eager", pull.recvStr());
            }
        }
    }
}
