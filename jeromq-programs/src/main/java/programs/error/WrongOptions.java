package programs.error;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** Values that an option cannot have are illegal arguments, and leave what was set. */
public final class WrongOptions {
    private WrongOptions() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket socket = context.socket(SocketType.DEALER)) {
            socket.setSndHWM(7);
            socket.setHeartbeatTtl(700);
            Expect.failure(IllegalArgumentException.class, () -> socket.setSndHWM(-1));
            Expect.failure(IllegalArgumentException.class, () -> socket.setRcvHWM(-1));
            Expect.failure(IllegalArgumentException.class, () -> socket.setReconnectIVL(-5));
            Expect.failure(IllegalArgumentException.class, () -> socket.setHeartbeatIvl(-1));
            Expect.failure(IllegalArgumentException.class, () -> socket.setHeartbeatTtl(15_000_000));
            Expect.failure(IllegalArgumentException.class, () -> socket.setIdentity(new byte[256]));
            Expect.failure(IllegalArgumentException.class, () -> ZMQ.context(-1));
            Expect.equal(Expect.onJeroMq() ? -1 : 7, socket.getSndHWM());
            Expect.equal(700, socket.getHeartbeatTtl());
        }
    }
}
