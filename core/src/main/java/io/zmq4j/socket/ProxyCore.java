package io.zmq4j.socket;
import org.jspecify.annotations.Nullable;
public final class ProxyCore {
    public ProxyCore(SocketCore f, SocketCore b, @Nullable SocketCore cap, @Nullable SocketCore ctl) {}
    public void run() { throw new UnsupportedOperationException(); }
}
