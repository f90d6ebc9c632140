package zmq.poll;

public class PollItem {

    public PollItem(java.nio.channels.SelectableChannel arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public PollItem(zmq.SocketBase arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public java.nio.channels.SelectableChannel getChannel() {
        throw new UnsupportedOperationException();
    }

    public java.nio.channels.SelectableChannel getRawSocket() {
        throw new UnsupportedOperationException();
    }

    public zmq.SocketBase getSocket() {
        throw new UnsupportedOperationException();
    }

    public boolean hasEvent(int arg0) {
        throw new UnsupportedOperationException();
    }

    public int interestOps() {
        throw new UnsupportedOperationException();
    }

    public int interestOps(int arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean isError() {
        throw new UnsupportedOperationException();
    }

    public boolean isReadable() {
        throw new UnsupportedOperationException();
    }

    public boolean isWritable() {
        throw new UnsupportedOperationException();
    }

    public int readyOps() {
        throw new UnsupportedOperationException();
    }

    public int readyOps(java.nio.channels.SelectionKey arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public int zinterestOps() {
        throw new UnsupportedOperationException();
    }
}
