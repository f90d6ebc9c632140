package io.zmq4j.socket;
import java.nio.channels.SelectableChannel;
public final class PollSet {
    public PollSet(ContextCore c) {}
    public static final class Entry { public boolean isReady() { return false; } public void remove() {} }
    public Entry addReadable(SocketCore s) { throw new UnsupportedOperationException(); }
    public Entry addWritable(SocketCore s) { throw new UnsupportedOperationException(); }
    public Entry addChannel(SelectableChannel c, int ops) { throw new UnsupportedOperationException(); }
    public boolean poll(long nanos) { throw new UnsupportedOperationException(); }
    public void close() {}
}
