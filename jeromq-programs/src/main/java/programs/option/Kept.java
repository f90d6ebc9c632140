package programs.option;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** An option gives back what it was set to. */
public final class Kept {
    private Kept() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket socket = context.socket(SocketType.DEALER)) {
            Expect.that(socket.setLinger(250) && socket.getLinger() == 250, "linger");
            Expect.that(socket.setHWM(17) && socket.getSndHWM() == 17 && socket.getRcvHWM() == 17, "both marks");
            Expect.that(socket.setSndHWM(18) && socket.getSndHWM() == 18, "send mark");
            Expect.that(socket.setRcvHWM(19) && socket.getRcvHWM() == 19, "receive mark");
            Expect.that(socket.setSendTimeOut(20) && socket.getSendTimeOut() == 20, "send timeout");
            Expect.that(socket.setReceiveTimeOut(21) && socket.getReceiveTimeOut() == 21, "receive timeout");
            Expect.that(socket.setReconnectIVL(22) && socket.getReconnectIVL() == 22, "reconnect");
            Expect.that(socket.setReconnectIVLMax(23) && socket.getReconnectIVLMax() == 23, "reconnect, at most");
            Expect.that(socket.setBacklog(24) && socket.getBacklog() == 24, "backlog");
            Expect.that(socket.setHandshakeIvl(25) && socket.getHandshakeIvl() == 25, "handshake");
            Expect.that(socket.setHeartbeatIvl(26) && socket.getHeartbeatIvl() == 26, "heartbeat");
            Expect.that(socket.setHeartbeatTimeout(27) && socket.getHeartbeatTimeout() == 27, "heartbeat's timeout");
            Expect.that(socket.setHeartbeatTtl(280) && socket.getHeartbeatTtl() == 200, "heartbeat's time to live");
            Expect.that(socket.setHeartbeatContext(new byte[] {1, 2}), "heartbeat's context");
            Expect.equal(new byte[] {1, 2}, socket.getHeartbeatContext());
            Expect.that(socket.setMaxMsgSize(29) && socket.getMaxMsgSize() == 29, "size of a message");
            Expect.that(socket.setTos(0x28) && socket.getTos() == 0x28, "type of service");
            Expect.that(socket.setSendBufferSize(65_536) && socket.getSendBufferSize() == 65_536, "send buffer");
            Expect.that(
                    socket.setReceiveBufferSize(65_537) && socket.getReceiveBufferSize() == 65_537, "receive buffer");
            Expect.that(socket.setTCPKeepAlive(1) && socket.getTCPKeepAlive() == 1, "keepalive");
            Expect.that(socket.setTCPKeepAliveCount(3) && socket.getTCPKeepAliveCount() == 3, "keepalive, count");
            Expect.that(socket.setTCPKeepAliveIdle(4) && socket.getTCPKeepAliveIdle() == 4, "keepalive, idle");
            Expect.that(
                    socket.setTCPKeepAliveInterval(5) && socket.getTCPKeepAliveInterval() == 5, "keepalive, interval");
            Expect.that(socket.setIdentity("me".getBytes(ZMQ.CHARSET)), "identity");
            Expect.equal("me", new String(socket.getIdentity(), ZMQ.CHARSET));
            Expect.that(
                    socket.setImmediate(false) && !socket.getImmediate() && socket.getDelayAttachOnConnect(),
                    "immediate");
            Expect.that(socket.setDelayAttachOnConnect(false) && socket.isImmediate(), "immediate");
            Expect.that(socket.setIPv6(true) && socket.isIPv6() && !socket.getIPv4Only(), "IPv6");
            Expect.that(socket.setIPv4Only(true) && !socket.isIPv6(), "IPv4 only");
            Expect.that(socket.setAffinity(1) && socket.getAffinity() == 1, "affinity");
            Expect.that(socket.setZAPDomain("domain"), "domain");
            Expect.equal("domain", socket.getZAPDomain());
            Expect.equal("domain", socket.getZapDomain());
            Expect.that(socket.setPlainUsername("ann") && socket.setPlainPassword("secret"), "PLAIN");
            Expect.equal("ann", socket.getPlainUsername());
            Expect.equal("secret", socket.getPlainPassword());
            Expect.equal(ZMQ.Socket.Mechanism.PLAIN, socket.getMechanism());
        }
    }
}
