package zmq;

public class Options {
    public int sendHwm;
    public int recvHwm;
    public long affinity;
    public short identitySize;
    public byte[] identity;
    public int sndbuf;
    public int rcvbuf;
    public int tos;
    public int type;
    public int linger;
    public int reconnectIvl;
    public int reconnectIvlMax;
    public int backlog;
    public long maxMsgSize;
    public boolean ipv6;
    public boolean immediate;
    public java.lang.String socksProxyAddress;
    public int tcpKeepAlive;
    public int tcpKeepAliveCnt;
    public int tcpKeepAliveIdle;
    public int tcpKeepAliveIntvl;
    public zmq.io.mechanism.Mechanisms mechanism;
    public boolean asServer;
    public java.lang.String zapDomain;
    public java.lang.String plainUsername;
    public java.lang.String plainPassword;
    public static final int CURVE_KEYSIZE = 32;
    public static final int CURVE_KEYSIZE_Z85 = 40;
    public byte[] curvePublicKey;
    public byte[] curveSecretKey;
    public byte[] curveServerKey;
    public boolean conflate;
    public int handshakeIvl;
    public int heartbeatTtl;
    public int heartbeatInterval;
    public int heartbeatTimeout;
    public byte[] heartbeatContext;
    public zmq.msg.MsgAllocator allocator;
    public zmq.io.net.SelectorProviderChooser selectorChooser;
    public zmq.Msg helloMsg;
    public boolean canSendHelloMsg;
    public zmq.Msg disconnectMsg;
    public boolean canReceiveDisconnectMsg;
    public zmq.Msg hiccupMsg;
    public boolean canReceiveHiccupMsg;
    public int asType;
    public java.lang.String selfAddressPropertyName;
    public final zmq.util.Errno errno = null;
    public int peerLastRoutingId;
    public int socketId;
    public boolean filter;
    public boolean recvIdentity;
    public boolean rawSocket;
    public java.lang.Class<? extends zmq.io.coder.IDecoder> decoder;
    public java.lang.Class<? extends zmq.io.coder.IEncoder> encoder;

    public Options() {
        throw new UnsupportedOperationException();
    }

    public java.lang.Object getSocketOpt(int arg0) {
        throw new UnsupportedOperationException();
    }

    public static boolean parseBoolean(int arg0, java.lang.Object arg1) {
        throw new UnsupportedOperationException();
    }

    public static byte[] parseBytes(int arg0, java.lang.Object arg1) {
        throw new UnsupportedOperationException();
    }

    public static java.lang.String parseString(int arg0, java.lang.Object arg1) {
        throw new UnsupportedOperationException();
    }

    public boolean setSocketOpt(int arg0, java.lang.Object arg1) {
        throw new UnsupportedOperationException();
    }
}
