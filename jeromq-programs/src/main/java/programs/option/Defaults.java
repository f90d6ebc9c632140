package programs.option;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** What a new socket's options are. */
public final class Defaults {
    private Defaults() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket socket = context.socket(SocketType.DEALER)) {
            Expect.equal(1, context.getIOThreads());
            Expect.equal(1024, context.getMaxSockets());
            Expect.that(context.isBlocky() && !context.isIPv6() && !context.isTerminated(), "of the context");
            Expect.equal(SocketType.DEALER, socket.getSocketType());
            Expect.equal(ZMQ.DEALER, socket.getType());
            Expect.equal(-1, socket.getLinger());
            Expect.equal(1000, socket.getSndHWM());
            Expect.equal(1000, socket.getRcvHWM());
            Expect.equal(-1, socket.getSendTimeOut());
            Expect.equal(-1, socket.getReceiveTimeOut());
            Expect.equal(100, socket.getReconnectIVL());
            Expect.equal(0, socket.getReconnectIVLMax());
            Expect.equal(100, socket.getBacklog());
            Expect.equal(30_000, socket.getHandshakeIvl());
            Expect.equal(0, socket.getHeartbeatIvl());
            Expect.equal(-1, socket.getHeartbeatTimeout());
            Expect.equal(0, socket.getHeartbeatTtl());
            Expect.equal(-1L, socket.getMaxMsgSize());
            Expect.equal(0, socket.getTos());
            Expect.equal(0, socket.getSendBufferSize());
            Expect.equal(0, socket.getReceiveBufferSize());
            Expect.equal(-1, socket.getTCPKeepAlive());
            Expect.equal(0L, socket.getAffinity());
            Expect.equal(new byte[0], socket.getIdentity());
            Expect.that(!socket.isConflate() && !socket.isIPv6(), "of the socket");
            Expect.equal(ZMQ.Socket.Mechanism.NULL, socket.getMechanism());
            Expect.that(!socket.isAsServerCurve() && !socket.isAsServerPlain(), "no server of a mechanism");
            Expect.that(!socket.hasReceiveMore(), "nothing was received");
        }
    }
}
