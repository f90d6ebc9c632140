package programs.error;

import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** Text that is no endpoint is an illegal argument, an unknown protocol EPROTONOSUPPORT, an unknown host EADDRNOTAVAIL. */
public final class WrongEndpoints {
    private WrongEndpoints() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket socket = context.socket(SocketType.DEALER)) {
            for (String endpoint : List.of(
                    "",
                    "nonsense",
                    "tcp",
                    "tcp://",
                    "inproc://",
                    "ipc://",
                    "tcp://127.0.0.1",
                    "tcp://127.0.0.1:",
                    "tcp://127.0.0.1:port",
                    "tcp://127.0.0.1:70000",
                    "tcp://127.0.0.1:-1")) {
                Expect.failure(IllegalArgumentException.class, () -> socket.bind(endpoint));
                Expect.failure(IllegalArgumentException.class, () -> socket.connect(endpoint));
            }
            for (String endpoint : List.of("smoke://signals", "udp://127.0.0.1:5555", "norm://127.0.0.1:5555")) {
                Expect.code(ZMQ.Error.EPROTONOSUPPORT.getCode(), () -> socket.bind(endpoint));
                Expect.code(ZMQ.Error.EPROTONOSUPPORT.getCode(), () -> socket.connect(endpoint));
            }
            Expect.equal(ZMQ.Error.EPROTONOSUPPORT.getCode(), socket.errno());
            Expect.code(ZMQ.Error.EADDRNOTAVAIL.getCode(), () -> socket.bind("tcp://no-such-host.invalid:5555"));
            Expect.that(socket.bind("tcp://127.0.0.1:*"), "the socket works as before");
        }
    }
}
