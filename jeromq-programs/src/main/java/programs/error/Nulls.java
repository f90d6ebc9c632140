package programs.error;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** Endpoints, texts and socket types that are null fail at once, with an exception of the language. */
public final class Nulls {
    private Nulls() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket socket = context.socket(SocketType.DEALER)) {
            Expect.failure(NullPointerException.class, () -> socket.bind(null));
            Expect.failure(NullPointerException.class, () -> socket.connect(null));
            Expect.failure(NullPointerException.class, () -> socket.send((String) null));
            Expect.failure(NullPointerException.class, () -> socket.sendMore((String) null));
            Expect.failure(NullPointerException.class, () -> context.socket(null));
            Expect.failure(IllegalArgumentException.class, () -> context.socket(99));
            Expect.failure(IllegalArgumentException.class, () -> socket.setIdentity(null));
            Expect.equal(false, socket.unbind(null));
            Expect.equal(false, socket.disconnect(null));
        }
    }
}
