package zmq.io.net;

public class Address {

    public Address(java.net.SocketAddress arg0) {
        throw new UnsupportedOperationException();
    }

    public Address(java.lang.String arg0, java.lang.String arg1) {
        throw new UnsupportedOperationException();
    }

    public java.lang.String address() {
        throw new UnsupportedOperationException();
    }

    public java.lang.String host() {
        throw new UnsupportedOperationException();
    }

    public boolean isResolved() {
        throw new UnsupportedOperationException();
    }

    public zmq.io.net.Address.IZAddress resolve(boolean arg0) {
        throw new UnsupportedOperationException();
    }

    public zmq.io.net.Address.IZAddress resolved() {
        throw new UnsupportedOperationException();
    }

    public java.lang.String toString() {
        throw new UnsupportedOperationException();
    }

    public interface IZAddress {

        java.net.SocketAddress address();

        zmq.io.net.ProtocolFamily family();

        java.net.InetSocketAddress resolve(java.lang.String arg0, boolean arg1, boolean arg2);

        java.net.SocketAddress sourceAddress();

        java.lang.String toString(int arg0);
    }
}
