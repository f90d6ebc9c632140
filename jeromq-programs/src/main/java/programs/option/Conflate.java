package programs.option;

import java.util.ArrayList;
import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A conflating receiver keeps the last message only. */
public final class Conflate {
    private Conflate() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket pull = context.socket(SocketType.PULL);
                ZMQ.Socket push = context.socket(SocketType.PUSH)) {
            Expect.that(pull.setConflate(true), "option");
            Expect.that(pull.isConflate() && pull.getConflate(), "kept");
            pull.bind("tcp://127.0.0.1:*");
            push.connect(pull.getLastEndpoint());
            for (int i = 0; i < 100; i++) {
                push.send("message " + i);
            }
            List<String> received = new ArrayList<>();
            Expect.eventually("the last one arrives", () -> {
                String message = pull.recvStr(ZMQ.DONTWAIT);
                if (message != null) {
                    received.add(message);
                }
                return "message 99".equals(message);
            });
            Expect.that(received.size() <= 100, "no more than were sent");
            Expect.equal(null, pull.recv(ZMQ.DONTWAIT));
        }
    }
}
