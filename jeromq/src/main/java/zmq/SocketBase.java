package zmq;

public abstract class SocketBase {
    protected java.lang.String connectRid;

    protected SocketBase(zmq.Ctx arg0, int arg1, int arg2) {
        throw new UnsupportedOperationException();
    }

    protected SocketBase(zmq.Ctx arg0, int arg1, int arg2, boolean arg3) {
        throw new UnsupportedOperationException();
    }

    public final boolean bind(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public final void cancel(java.util.concurrent.atomic.AtomicBoolean arg0) {
        throw new UnsupportedOperationException();
    }

    public final void close() {
        throw new UnsupportedOperationException();
    }

    public final boolean connect(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public final int connectPeer(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    protected void destroy() {
        throw new UnsupportedOperationException();
    }

    public boolean disconnectPeer(int arg0) {
        throw new UnsupportedOperationException();
    }

    public final int errno() {
        throw new UnsupportedOperationException();
    }

    public final void eventAcceptFailed(java.lang.String arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public final void eventAccepted(java.lang.String arg0, java.nio.channels.SelectableChannel arg1) {
        throw new UnsupportedOperationException();
    }

    public final void eventBindFailed(java.lang.String arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public final void eventCloseFailed(java.lang.String arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public final void eventClosed(java.lang.String arg0, java.nio.channels.SelectableChannel arg1) {
        throw new UnsupportedOperationException();
    }

    public final void eventConnectDelayed(java.lang.String arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public final void eventConnectRetried(java.lang.String arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public final void eventConnected(java.lang.String arg0, java.nio.channels.SelectableChannel arg1) {
        throw new UnsupportedOperationException();
    }

    public final void eventDisconnected(java.lang.String arg0, java.nio.channels.SelectableChannel arg1) {
        throw new UnsupportedOperationException();
    }

    public final void eventHandshakeFailedAuth(java.lang.String arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public final void eventHandshakeFailedNoDetail(java.lang.String arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public final void eventHandshakeFailedProtocol(java.lang.String arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public final void eventHandshakeSucceeded(java.lang.String arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public final void eventHandshaken(java.lang.String arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public final void eventListening(java.lang.String arg0, java.nio.channels.SelectableChannel arg1) {
        throw new UnsupportedOperationException();
    }

    public final java.nio.channels.SelectableChannel getFD() {
        throw new UnsupportedOperationException();
    }

    public final int getSocketOpt(int arg0) {
        throw new UnsupportedOperationException();
    }

    public final java.lang.Object getSocketOptx(int arg0) {
        throw new UnsupportedOperationException();
    }

    public final void inEvent() {
        throw new UnsupportedOperationException();
    }

    public final boolean join(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public final boolean leave(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public final boolean monitor(java.lang.String arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    protected final void monitorEvent(zmq.ZMQ.Event arg0) {
        throw new UnsupportedOperationException();
    }

    public final int poll(int arg0, int arg1, java.util.concurrent.atomic.AtomicBoolean arg2) {
        throw new UnsupportedOperationException();
    }

    protected final void processDestroy() {
        throw new UnsupportedOperationException();
    }

    protected final void processStop() {
        throw new UnsupportedOperationException();
    }

    protected final void processTerm(int arg0) {
        throw new UnsupportedOperationException();
    }

    public final zmq.Msg recv(int arg0) {
        throw new UnsupportedOperationException();
    }

    public final zmq.Msg recv(int arg0, java.util.concurrent.atomic.AtomicBoolean arg1) {
        throw new UnsupportedOperationException();
    }

    public final boolean send(zmq.Msg arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public final boolean send(zmq.Msg arg0, int arg1, java.util.concurrent.atomic.AtomicBoolean arg2) {
        throw new UnsupportedOperationException();
    }

    public final boolean setEventHook(zmq.ZMQ.EventConsummer arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public final boolean setSocketOpt(int arg0, java.lang.Object arg1) {
        throw new UnsupportedOperationException();
    }

    public final boolean termEndpoint(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public java.lang.String toString() {
        throw new UnsupportedOperationException();
    }

    public java.lang.String typeString() {
        throw new UnsupportedOperationException();
    }

    protected boolean xdisconnectPeer(int arg0) {
        throw new UnsupportedOperationException();
    }

    protected boolean xhasIn() {
        throw new UnsupportedOperationException();
    }

    protected boolean xhasOut() {
        throw new UnsupportedOperationException();
    }

    protected boolean xjoin(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    protected boolean xleave(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    protected zmq.Msg xrecv() {
        throw new UnsupportedOperationException();
    }

    protected boolean xsend(zmq.Msg arg0) {
        throw new UnsupportedOperationException();
    }

    protected boolean xsetsockopt(int arg0, java.lang.Object arg1) {
        throw new UnsupportedOperationException();
    }
}
