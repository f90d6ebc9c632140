package programs.buffer;

import java.nio.charset.StandardCharsets;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** Text is sent as UTF-8, whatever the platform's own encoding. */
public final class Strings {
    private Strings() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket pull = context.socket(SocketType.PULL);
                ZMQ.Socket push = context.socket(SocketType.PUSH)) {
            pull.bind("inproc://text");
            push.connect("inproc://text");
            String text = "Gr\u00fc\u00dfe \u20ac \ud83d\ude00 \u0000 end";
            push.send(text);
            Expect.equal(text.getBytes(StandardCharsets.UTF_8), pull.recv());
            push.send(text.getBytes(StandardCharsets.UTF_8));
            Expect.equal(text, pull.recvStr());
            push.send("");
            Expect.equal("", pull.recvStr());
            Expect.equal(StandardCharsets.UTF_8, ZMQ.CHARSET);
        }
    }
}
