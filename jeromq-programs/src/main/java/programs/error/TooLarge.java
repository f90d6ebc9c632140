package programs.error;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A message over the receiver's limit ends the connection of its sender; one below it arrives. */
public final class TooLarge {
    private TooLarge() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket pull = context.socket(SocketType.PULL)) {
            Expect.that(pull.setMaxMsgSize(1000), "option");
            Expect.equal(1000L, pull.getMaxMsgSize());
            pull.bind("tcp://127.0.0.1:*");
            try (ZMQ.Socket rude = context.socket(SocketType.PUSH);
                    ZMQ.Socket polite = context.socket(SocketType.PUSH)) {
                rude.setLinger(0);
                rude.connect(pull.getLastEndpoint());
                rude.send(new byte[100]);
                Expect.equal(100, pull.recv().length);
                rude.send(new byte[1001]);
                polite.connect(pull.getLastEndpoint());
                polite.send(new byte[1000]);
                Expect.equal(1000, pull.recv().length);
            }
        }
    }
}
