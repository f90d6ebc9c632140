package io.zmq4j.socket;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
public final class ContextCore {
    public ContextCore(int ioThreads) {}
    public SocketCore open(SocketType t) { throw new UnsupportedOperationException(); }
    public boolean isClosed() { throw new UnsupportedOperationException(); }
    public void close(Duration t) { throw new UnsupportedOperationException(); }
}
