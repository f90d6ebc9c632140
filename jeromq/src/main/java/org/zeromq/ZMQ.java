package org.zeromq;

public class ZMQ {
    public static final int SNDMORE = 2;
    public static final int DONTWAIT = 1;
    public static final int NOBLOCK = 1;
    public static final int PAIR = 0;
    public static final int PUB = 1;
    public static final int SUB = 2;
    public static final int REQ = 3;
    public static final int REP = 4;
    public static final int DEALER = 5;
    public static final int XREQ = 5;
    public static final int ROUTER = 6;
    public static final int XREP = 6;
    public static final int PULL = 7;
    public static final int PUSH = 8;
    public static final int XPUB = 9;
    public static final int XSUB = 10;
    public static final int STREAM = 11;
    public static final int STREAMER = 1;
    public static final int FORWARDER = 2;
    public static final int QUEUE = 3;
    public static final int UPSTREAM = 7;
    public static final int DOWNSTREAM = 8;
    public static final int EVENT_CONNECTED = 1;
    public static final int EVENT_CONNECT_DELAYED = 2;
    public static final int EVENT_DELAYED = 2;
    public static final int EVENT_CONNECT_RETRIED = 4;
    public static final int EVENT_RETRIED = 4;
    public static final int EVENT_LISTENING = 8;
    public static final int EVENT_BIND_FAILED = 16;
    public static final int EVENT_ACCEPTED = 32;
    public static final int EVENT_ACCEPT_FAILED = 64;
    public static final int EVENT_CLOSED = 128;
    public static final int EVENT_CLOSE_FAILED = 256;
    public static final int EVENT_DISCONNECTED = 512;
    public static final int EVENT_MONITOR_STOPPED = 1024;
    public static final int EVENT_HANDSHAKE_PROTOCOL = 32768;
    public static final int EVENT_ALL = 65535;
    public static final int HANDSHAKE_FAILED_NO_DETAIL = 2048;
    public static final int HANDSHAKE_SUCCEEDED = 4096;
    public static final int HANDSHAKE_FAILED_PROTOCOL = 8192;
    public static final int HANDSHAKE_FAILED_AUTH = 16384;
    public static final byte[] MESSAGE_SEPARATOR = new byte[] {};
    public static final byte[] SUBSCRIPTION_ALL = new byte[] {};
    public static final byte[] PROXY_PAUSE = new byte[] {80, 65, 85, 83, 69};
    public static final byte[] PROXY_RESUME = new byte[] {82, 69, 83, 85, 77, 69};
    public static final byte[] PROXY_TERMINATE = new byte[] {84, 69, 82, 77, 73, 78, 65, 84, 69};
    public static final java.nio.charset.Charset CHARSET = null; // UTF-8

    ZMQ() {}

    public static org.zeromq.ZMQ.Context context(int arg0) {
        throw new UnsupportedOperationException();
    }

    public static boolean device(int arg0, org.zeromq.ZMQ.Socket arg1, org.zeromq.ZMQ.Socket arg2) {
        throw new UnsupportedOperationException();
    }

    public static int getFullVersion() {
        throw new UnsupportedOperationException();
    }

    public static int getMajorVersion() {
        throw new UnsupportedOperationException();
    }

    public static int getMinorVersion() {
        throw new UnsupportedOperationException();
    }

    public static int getPatchVersion() {
        throw new UnsupportedOperationException();
    }

    public static java.lang.String getVersionString() {
        throw new UnsupportedOperationException();
    }

    public static int makeVersion(int arg0, int arg1, int arg2) {
        throw new UnsupportedOperationException();
    }

    public static void msleep(long arg0) {
        throw new UnsupportedOperationException();
    }

    public static int poll(java.nio.channels.Selector arg0, org.zeromq.ZMQ.PollItem[] arg1, int arg2, long arg3) {
        throw new UnsupportedOperationException();
    }

    public static int poll(java.nio.channels.Selector arg0, org.zeromq.ZMQ.PollItem[] arg1, long arg2) {
        throw new UnsupportedOperationException();
    }

    public static boolean proxy(org.zeromq.ZMQ.Socket arg0, org.zeromq.ZMQ.Socket arg1, org.zeromq.ZMQ.Socket arg2) {
        throw new UnsupportedOperationException();
    }

    public static boolean proxy(org.zeromq.ZMQ.Socket arg0, org.zeromq.ZMQ.Socket arg1, org.zeromq.ZMQ.Socket arg2, org.zeromq.ZMQ.Socket arg3) {
        throw new UnsupportedOperationException();
    }

    public static void sleep(long arg0) {
        throw new UnsupportedOperationException();
    }

    public static void sleep(long arg0, java.util.concurrent.TimeUnit arg1) {
        throw new UnsupportedOperationException();
    }

    public static class Context implements java.io.Closeable {

        protected Context(int arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean close(java.nio.channels.Selector arg0) {
            throw new UnsupportedOperationException();
        }

        public void close() {
            throw new UnsupportedOperationException();
        }

        public boolean getBlocky() {
            throw new UnsupportedOperationException();
        }

        public int getIOThreads() {
            throw new UnsupportedOperationException();
        }

        public boolean getIPv6() {
            throw new UnsupportedOperationException();
        }

        public int getMaxSockets() {
            throw new UnsupportedOperationException();
        }

        public java.lang.Thread.UncaughtExceptionHandler getNotificationExceptionHandler() {
            throw new UnsupportedOperationException();
        }

        public zmq.util.function.BiFunction<java.lang.Runnable, java.lang.String, java.lang.Thread> getThreadFactory() {
            throw new UnsupportedOperationException();
        }

        public java.lang.Thread.UncaughtExceptionHandler getUncaughtExceptionHandler() {
            throw new UnsupportedOperationException();
        }

        public boolean isBlocky() {
            throw new UnsupportedOperationException();
        }

        public boolean isClosed() {
            throw new UnsupportedOperationException();
        }

        public boolean isIPv6() {
            throw new UnsupportedOperationException();
        }

        public boolean isTerminated() {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZMQ.Poller poller() {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZMQ.Poller poller(int arg0) {
            throw new UnsupportedOperationException();
        }

        public java.nio.channels.Selector selector() {
            throw new UnsupportedOperationException();
        }

        public boolean setBlocky(boolean arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setIOThreads(int arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setIPv6(boolean arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setMaxSockets(int arg0) {
            throw new UnsupportedOperationException();
        }

        public void setNotificationExceptionHandler(java.lang.Thread.UncaughtExceptionHandler arg0) {
            throw new UnsupportedOperationException();
        }

        public void setThreadFactor(zmq.util.function.BiFunction<java.lang.Runnable, java.lang.String, java.lang.Thread> arg0) {
            throw new UnsupportedOperationException();
        }

        public void setUncaughtExceptionHandler(java.lang.Thread.UncaughtExceptionHandler arg0) {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZMQ.Socket socket(int arg0) {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZMQ.Socket socket(org.zeromq.SocketType arg0) {
            throw new UnsupportedOperationException();
        }

        public void term() {
            throw new UnsupportedOperationException();
        }
    }

    public static class Socket implements java.io.Closeable {

        protected Socket(zmq.SocketBase arg0) {
            throw new UnsupportedOperationException();
        }

        protected Socket(org.zeromq.ZMQ.Context arg0, org.zeromq.SocketType arg1) {
            throw new UnsupportedOperationException();
        }

        protected Socket(org.zeromq.ZContext arg0, org.zeromq.SocketType arg1) {
            throw new UnsupportedOperationException();
        }

        protected Socket(org.zeromq.ZMQ.Context arg0, int arg1) {
            throw new UnsupportedOperationException();
        }

        public zmq.SocketBase base() {
            throw new UnsupportedOperationException();
        }

        public boolean bind(java.lang.String arg0) {
            throw new UnsupportedOperationException();
        }

        public int bindToRandomPort(java.lang.String arg0) {
            throw new UnsupportedOperationException();
        }

        public int bindToRandomPort(java.lang.String arg0, int arg1, int arg2) {
            throw new UnsupportedOperationException();
        }

        public void close() {
            throw new UnsupportedOperationException();
        }

        public boolean connect(java.lang.String arg0) {
            throw new UnsupportedOperationException();
        }

        public int connectPeer(java.lang.String arg0) {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZMQ.CancellationToken createCancellationToken() {
            throw new UnsupportedOperationException();
        }

        public boolean disconnect(java.lang.String arg0) {
            throw new UnsupportedOperationException();
        }

        public int errno() {
            throw new UnsupportedOperationException();
        }

        public long getAffinity() {
            throw new UnsupportedOperationException();
        }

        public boolean getAsServerCurve() {
            throw new UnsupportedOperationException();
        }

        public boolean getAsServerPlain() {
            throw new UnsupportedOperationException();
        }

        public int getBacklog() {
            throw new UnsupportedOperationException();
        }

        public boolean getConflate() {
            throw new UnsupportedOperationException();
        }

        public zmq.Ctx getCtx() {
            throw new UnsupportedOperationException();
        }

        public byte[] getCurvePublicKey() {
            throw new UnsupportedOperationException();
        }

        public byte[] getCurveSecretKey() {
            throw new UnsupportedOperationException();
        }

        public boolean getCurveServer() {
            throw new UnsupportedOperationException();
        }

        public byte[] getCurveServerKey() {
            throw new UnsupportedOperationException();
        }

        public boolean getDelayAttachOnConnect() {
            throw new UnsupportedOperationException();
        }

        public int getEvents() {
            throw new UnsupportedOperationException();
        }

        public java.nio.channels.SelectableChannel getFD() {
            throw new UnsupportedOperationException();
        }

        public int getHWM() {
            throw new UnsupportedOperationException();
        }

        public int getHandshakeIvl() {
            throw new UnsupportedOperationException();
        }

        public byte[] getHeartbeatContext() {
            throw new UnsupportedOperationException();
        }

        public int getHeartbeatIvl() {
            throw new UnsupportedOperationException();
        }

        public int getHeartbeatTimeout() {
            throw new UnsupportedOperationException();
        }

        public int getHeartbeatTtl() {
            throw new UnsupportedOperationException();
        }

        public boolean getIPv4Only() {
            throw new UnsupportedOperationException();
        }

        public boolean getIPv6() {
            throw new UnsupportedOperationException();
        }

        public byte[] getIdentity() {
            throw new UnsupportedOperationException();
        }

        public boolean getImmediate() {
            throw new UnsupportedOperationException();
        }

        public java.lang.String getLastEndpoint() {
            throw new UnsupportedOperationException();
        }

        public int getLinger() {
            throw new UnsupportedOperationException();
        }

        public long getMaxMsgSize() {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZMQ.Socket.Mechanism getMechanism() {
            throw new UnsupportedOperationException();
        }

        public int getMsgAllocationHeapThreshold() {
            throw new UnsupportedOperationException();
        }

        public long getMulticastHops() {
            throw new UnsupportedOperationException();
        }

        public java.lang.String getPlainPassword() {
            throw new UnsupportedOperationException();
        }

        public boolean getPlainServer() {
            throw new UnsupportedOperationException();
        }

        public java.lang.String getPlainUsername() {
            throw new UnsupportedOperationException();
        }

        public long getRate() {
            throw new UnsupportedOperationException();
        }

        public int getRcvHWM() {
            throw new UnsupportedOperationException();
        }

        public int getReceiveBufferSize() {
            throw new UnsupportedOperationException();
        }

        public int getReceiveTimeOut() {
            throw new UnsupportedOperationException();
        }

        public int getReconnectIVL() {
            throw new UnsupportedOperationException();
        }

        public int getReconnectIVLMax() {
            throw new UnsupportedOperationException();
        }

        public long getRecoveryInterval() {
            throw new UnsupportedOperationException();
        }

        public boolean getReqCorrelate() {
            throw new UnsupportedOperationException();
        }

        public boolean getReqRelaxed() {
            throw new UnsupportedOperationException();
        }

        public zmq.io.net.SelectorProviderChooser getSelectorProviderChooser() {
            throw new UnsupportedOperationException();
        }

        public java.lang.String getSelfAddressPropertyName() {
            throw new UnsupportedOperationException();
        }

        public int getSendBufferSize() {
            throw new UnsupportedOperationException();
        }

        public int getSendTimeOut() {
            throw new UnsupportedOperationException();
        }

        public int getSndHWM() {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.SocketType getSocketType() {
            throw new UnsupportedOperationException();
        }

        public java.lang.String getSocksProxy() {
            throw new UnsupportedOperationException();
        }

        public long getSwap() {
            throw new UnsupportedOperationException();
        }

        public int getTCPKeepAlive() {
            throw new UnsupportedOperationException();
        }

        public long getTCPKeepAliveCount() {
            throw new UnsupportedOperationException();
        }

        public long getTCPKeepAliveIdle() {
            throw new UnsupportedOperationException();
        }

        public long getTCPKeepAliveInterval() {
            throw new UnsupportedOperationException();
        }

        public long getTCPKeepAliveSetting() {
            throw new UnsupportedOperationException();
        }

        public int getTos() {
            throw new UnsupportedOperationException();
        }

        public int getType() {
            throw new UnsupportedOperationException();
        }

        public java.lang.String getZAPDomain() {
            throw new UnsupportedOperationException();
        }

        public java.lang.String getZapDomain() {
            throw new UnsupportedOperationException();
        }

        public boolean hasMulticastLoop() {
            throw new UnsupportedOperationException();
        }

        public boolean hasReceiveMore() {
            throw new UnsupportedOperationException();
        }

        public boolean isAsServerCurve() {
            throw new UnsupportedOperationException();
        }

        public boolean isAsServerPlain() {
            throw new UnsupportedOperationException();
        }

        public boolean isConflate() {
            throw new UnsupportedOperationException();
        }

        public boolean isIPv6() {
            throw new UnsupportedOperationException();
        }

        public boolean isImmediate() {
            throw new UnsupportedOperationException();
        }

        public boolean join(java.lang.String arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean leave(java.lang.String arg0) {
            throw new UnsupportedOperationException();
        }

        protected void mayRaise() {
            throw new UnsupportedOperationException();
        }

        public boolean monitor(java.lang.String arg0, int arg1) {
            throw new UnsupportedOperationException();
        }

        public byte[] recv() {
            throw new UnsupportedOperationException();
        }

        public byte[] recv(int arg0) {
            throw new UnsupportedOperationException();
        }

        public byte[] recv(int arg0, org.zeromq.ZMQ.CancellationToken arg1) {
            throw new UnsupportedOperationException();
        }

        public int recv(byte[] arg0, int arg1, int arg2, int arg3) {
            throw new UnsupportedOperationException();
        }

        public java.lang.Object[] recvBinaryPicture(java.lang.String arg0) {
            throw new UnsupportedOperationException();
        }

        public int recvByteBuffer(java.nio.ByteBuffer arg0, int arg1) {
            throw new UnsupportedOperationException();
        }

        public zmq.Msg recvMsg() {
            throw new UnsupportedOperationException();
        }

        public zmq.Msg recvMsg(int arg0) {
            throw new UnsupportedOperationException();
        }

        public java.lang.Object[] recvPicture(java.lang.String arg0) {
            throw new UnsupportedOperationException();
        }

        public java.lang.String recvStr() {
            throw new UnsupportedOperationException();
        }

        public java.lang.String recvStr(int arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean send(byte[] arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean send(byte[] arg0, int arg1) {
            throw new UnsupportedOperationException();
        }

        public boolean send(byte[] arg0, int arg1, int arg2, int arg3) {
            throw new UnsupportedOperationException();
        }

        public boolean send(byte[] arg0, int arg1, org.zeromq.ZMQ.CancellationToken arg2) {
            throw new UnsupportedOperationException();
        }

        public boolean send(java.lang.String arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean send(java.lang.String arg0, int arg1) {
            throw new UnsupportedOperationException();
        }

        public boolean sendBinaryPicture(java.lang.String arg0, java.lang.Object... arg1) {
            throw new UnsupportedOperationException();
        }

        public int sendByteBuffer(java.nio.ByteBuffer arg0, int arg1) {
            throw new UnsupportedOperationException();
        }

        public boolean sendMore(byte[] arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean sendMore(java.lang.String arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean sendMsg(zmq.Msg arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean sendMsg(zmq.Msg arg0, int arg1) {
            throw new UnsupportedOperationException();
        }

        public boolean sendMsgMore(zmq.Msg arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean sendPicture(java.lang.String arg0, java.lang.Object... arg1) {
            throw new UnsupportedOperationException();
        }

        public boolean setAffinity(long arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setAsServerCurve(boolean arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setAsServerPlain(boolean arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setBacklog(int arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setBacklog(long arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setConflate(boolean arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setConnectRid(byte[] arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setConnectRid(java.lang.String arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setCurvePublicKey(byte[] arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setCurveSecretKey(byte[] arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setCurveServer(boolean arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setCurveServerKey(byte[] arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setDecoder(java.lang.Class<? extends zmq.io.coder.IDecoder> arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setDelayAttachOnConnect(boolean arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setEncoder(java.lang.Class<? extends zmq.io.coder.IEncoder> arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setEventHook(org.zeromq.ZEvent.ZEventConsummer arg0, int arg1) {
            throw new UnsupportedOperationException();
        }

        public boolean setHWM(int arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setHWM(long arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setHandshakeIvl(int arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setHeartbeatContext(byte[] arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setHeartbeatIvl(int arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setHeartbeatTimeout(int arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setHeartbeatTtl(int arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setHelloMsg(byte[] arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setIPv4Only(boolean arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setIPv6(boolean arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setIdentity(byte[] arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setImmediate(boolean arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setLinger(int arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setLinger(long arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setMaxMsgSize(long arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setMsgAllocationHeapThreshold(int arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setMsgAllocator(zmq.msg.MsgAllocator arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setMulticastHops(long arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setMulticastLoop(boolean arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setPlainPassword(byte[] arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setPlainPassword(java.lang.String arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setPlainServer(boolean arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setPlainUsername(byte[] arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setPlainUsername(java.lang.String arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setProbeRouter(boolean arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setRate(long arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setRcvHWM(int arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setRcvHWM(long arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setReceiveBufferSize(int arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setReceiveBufferSize(long arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setReceiveTimeOut(int arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setReconnectIVL(int arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setReconnectIVL(long arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setReconnectIVLMax(int arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setReconnectIVLMax(long arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setRecoveryInterval(long arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setReqCorrelate(boolean arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setReqRelaxed(boolean arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setRouterHandover(boolean arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setRouterMandatory(boolean arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setRouterRaw(boolean arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setSelectorChooser(zmq.io.net.SelectorProviderChooser arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setSelfAddressPropertyName(java.lang.String arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setSendBufferSize(int arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setSendBufferSize(long arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setSendTimeOut(int arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setSndHWM(int arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setSndHWM(long arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setSocksProxy(byte[] arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setSocksProxy(java.lang.String arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setSwap(long arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setTCPKeepAlive(int arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setTCPKeepAlive(long arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setTCPKeepAliveCount(long arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setTCPKeepAliveIdle(long arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setTCPKeepAliveInterval(long arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setTos(int arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setXpubManual(boolean arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setXpubNoDrop(boolean arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setXpubVerbose(boolean arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setXpubVerboser(boolean arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setZAPDomain(byte[] arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setZAPDomain(java.lang.String arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setZapDomain(byte[] arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean setZapDomain(java.lang.String arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean subscribe(byte[] arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean subscribe(java.lang.String arg0) {
            throw new UnsupportedOperationException();
        }

        public java.lang.String toString() {
            throw new UnsupportedOperationException();
        }

        public boolean unbind(java.lang.String arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean unsubscribe(byte[] arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean unsubscribe(java.lang.String arg0) {
            throw new UnsupportedOperationException();
        }

        public enum Mechanism {
            NULL, PLAIN, CURVE;
        }
    }

    public static class PollItem {

        public PollItem(org.zeromq.ZMQ.Socket arg0, int arg1) {
            throw new UnsupportedOperationException();
        }

        public PollItem(java.nio.channels.SelectableChannel arg0, int arg1) {
            throw new UnsupportedOperationException();
        }

        public boolean equals(java.lang.Object arg0) {
            throw new UnsupportedOperationException();
        }

        public final java.nio.channels.SelectableChannel getRawSocket() {
            throw new UnsupportedOperationException();
        }

        public final org.zeromq.ZMQ.Socket getSocket() {
            throw new UnsupportedOperationException();
        }

        public int hashCode() {
            throw new UnsupportedOperationException();
        }

        public final boolean isError() {
            throw new UnsupportedOperationException();
        }

        public final boolean isReadable() {
            throw new UnsupportedOperationException();
        }

        public final boolean isWritable() {
            throw new UnsupportedOperationException();
        }

        public final int readyOps() {
            throw new UnsupportedOperationException();
        }
    }

    public static class CancellationToken {
        protected final java.util.concurrent.atomic.AtomicBoolean canceled = null;

        protected CancellationToken(zmq.SocketBase arg0) {
            throw new UnsupportedOperationException();
        }

        public void cancel() {
            throw new UnsupportedOperationException();
        }

        public boolean isCancellationRequested() {
            throw new UnsupportedOperationException();
        }

        public void reset() {
            throw new UnsupportedOperationException();
        }
    }

    public static class Curve {
        public static final int KEY_SIZE = 32;
        public static final int KEY_SIZE_Z85 = 40;

        public Curve() {
            throw new UnsupportedOperationException();
        }

        public static org.zeromq.ZMQ.Curve.KeyPair generateKeyPair() {
            throw new UnsupportedOperationException();
        }

        public static byte[] z85Decode(java.lang.String arg0) {
            throw new UnsupportedOperationException();
        }

        public static java.lang.String z85Encode(byte[] arg0) {
            throw new UnsupportedOperationException();
        }

        public static class KeyPair {
            public final java.lang.String publicKey = null;
            public final java.lang.String secretKey = null;

            public KeyPair(java.lang.String arg0, java.lang.String arg1) {
                throw new UnsupportedOperationException();
            }
        }
    }

    public static class Event {

        public Event(int arg0, java.lang.Object arg1, java.lang.String arg2) {
            throw new UnsupportedOperationException();
        }

        public java.lang.String getAddress() {
            throw new UnsupportedOperationException();
        }

        public int getEvent() {
            throw new UnsupportedOperationException();
        }

        public java.lang.Object getValue() {
            throw new UnsupportedOperationException();
        }

        public boolean isError() {
            throw new UnsupportedOperationException();
        }

        public boolean isWarn() {
            throw new UnsupportedOperationException();
        }

        public static org.zeromq.ZMQ.Event recv(org.zeromq.ZMQ.Socket arg0) {
            throw new UnsupportedOperationException();
        }

        public static org.zeromq.ZMQ.Event recv(org.zeromq.ZMQ.Socket arg0, int arg1) {
            throw new UnsupportedOperationException();
        }

        public <M> M resolveValue() {
            throw new UnsupportedOperationException();
        }
    }

    public static class Poller implements java.io.Closeable {
        public static final int POLLIN = 1;
        public static final int POLLOUT = 2;
        public static final int POLLERR = 4;

        protected Poller(org.zeromq.ZMQ.Context arg0, int arg1) {
            throw new UnsupportedOperationException();
        }

        protected Poller(org.zeromq.ZMQ.Context arg0) {
            throw new UnsupportedOperationException();
        }

        public void close() {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZMQ.PollItem getItem(int arg0) {
            throw new UnsupportedOperationException();
        }

        public int getNext() {
            throw new UnsupportedOperationException();
        }

        public int getSize() {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZMQ.Socket getSocket(int arg0) {
            throw new UnsupportedOperationException();
        }

        public long getTimeout() {
            throw new UnsupportedOperationException();
        }

        public int poll() {
            throw new UnsupportedOperationException();
        }

        public int poll(long arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean pollerr(int arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean pollin(int arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean pollout(int arg0) {
            throw new UnsupportedOperationException();
        }

        public int register(java.nio.channels.SelectableChannel arg0) {
            throw new UnsupportedOperationException();
        }

        public int register(java.nio.channels.SelectableChannel arg0, int arg1) {
            throw new UnsupportedOperationException();
        }

        public int register(org.zeromq.ZMQ.PollItem arg0) {
            throw new UnsupportedOperationException();
        }

        public int register(org.zeromq.ZMQ.Socket arg0) {
            throw new UnsupportedOperationException();
        }

        public int register(org.zeromq.ZMQ.Socket arg0, int arg1) {
            throw new UnsupportedOperationException();
        }

        public void setTimeout(long arg0) {
            throw new UnsupportedOperationException();
        }

        public void unregister(java.nio.channels.SelectableChannel arg0) {
            throw new UnsupportedOperationException();
        }

        public void unregister(org.zeromq.ZMQ.Socket arg0) {
            throw new UnsupportedOperationException();
        }
    }

    public enum Error {
        NOERROR, ENOTSUP, EPROTONOSUPPORT, ENOBUFS, ENETDOWN, EADDRINUSE, EADDRNOTAVAIL, ECONNREFUSED, EINPROGRESS, EHOSTUNREACH, EMTHREAD, EFSM, ENOCOMPATPROTO, ETERM, ENOTSOCK, EAGAIN, ENOENT, EINTR, EACCESS, EFAULT, EINVAL, EISCONN, ENOTCONN, EMSGSIZE, EAFNOSUPPORT, ENETUNREACH, ECONNABORTED, ECONNRESET, ETIMEDOUT, ENETRESET, EIOEXC, ESOCKET, EMFILE, EPROTO;

        public static org.zeromq.ZMQ.Error findByCode(int arg0) {
            throw new UnsupportedOperationException();
        }

        public int getCode() {
            throw new UnsupportedOperationException();
        }

        public java.lang.String getMessage() {
            throw new UnsupportedOperationException();
        }
    }
}
